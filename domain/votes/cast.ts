import { readDb, type Tx, write } from '@/db'
import { messages, waitingTime } from '@/lib/messages/messages'
import type { Mood, Stars } from '@/lib/moods'
import { RETURN_HOURS } from '@/lib/vote-rules'
import { requireLive } from '../articles/live'
import { votesOf } from '../articles/responses'
import type { Viewer } from '../permissions'
import { ensureReader, readerIdOf } from '../readers'
import { siteSettings } from '../settings'
import { admitVote } from './admission'
import type { VoteKind, VoteKindName, VoteOf } from './kinds'
import {
	changeSetAside,
	deleteSetAside,
	findSetAside,
	isKnownReader,
	KINDS,
	type SetAsideVote,
	setAside,
} from './set-aside'

/** A reader's vote, and the sentence about it if it does not count. */
export type OwnVote<Choice> = { mine: Choice | null; aside: string | null }

/**
 * Casts, changes or (with null) withdraws the viewer's one vote of a kind on a story. Idempotent.
 *
 * @param network key of the client's network, whose votes beyond a rate are set aside; null counts all
 */
export async function castVote<Choice extends Mood | Stars>(
	kind: VoteKind<Choice>,
	{ viewer, articleId, network }: { viewer: Viewer; articleId: number; network: string | null },
	choice: Choice | null,
): Promise<void> {
	const settings = await siteSettings()
	const now = new Date()
	await write(async (tx) => {
		kind.requireShown(votesOf(await requireLive(tx, articleId), settings))
		const readerId = await ensureReader(tx, viewer)
		await tx.lock('reader', readerId)
		const of = { articleId, readerId }
		const [before, own] = await Promise.all([kind.find(tx, of), findSetAside(tx, { ...of, kind: kind.name })])
		if (before === null && own) return changeOrWithdraw(tx, own, choice)
		if (before === choice) return
		if (choice === null) return removeCounted(tx, kind.name, of)
		if (before !== null) await kind.adjustTally(tx, articleId, before, -1)
		const isLimited = before === null && network !== null && !isStaff(viewer)
		const isKnown = isLimited && (await isKnownReader(tx, readerId, now))
		const burst = isLimited ? admitVote({ ...of, network, isKnown }) : null
		if (burst !== null)
			return setAside(tx, { ...of, kind: kind.name, choice: String(choice), castAt: now, burst })
		await kind.put(tx, { ...of, choice, at: now })
		await kind.adjustTally(tx, articleId, choice, 1)
	})
}

/** Accounts of the staff are created by the owner; those of readers are free to create. */
const isStaff = ({ person }: Viewer): boolean => person !== null && person.role !== 'reader'

/** Removes a reader's counted vote, if there is one. Within a write that holds the lock of the reader. */
export async function removeCounted(tx: Tx, name: VoteKindName, of: VoteOf): Promise<void> {
	const kind = KINDS[name]
	const choice = await kind.find(tx, of)
	if (choice === null) return
	await kind.adjustTally(tx, of.articleId, choice, -1)
	await deleteSetAside(tx, { ...of, kind: name })
	await kind.remove(tx, of)
}

/** Takes back the viewer's vote of a kind on any story, also on one that takes no votes any more. Idempotent. */
export async function withdrawVote(viewer: Viewer, articleId: number, name: VoteKindName): Promise<void> {
	if (!viewer.person && !viewer.readerId) return
	await write(async (tx) => {
		const readerId = await ensureReader(tx, viewer)
		await tx.lock('reader', readerId)
		const of = { articleId, readerId }
		await removeCounted(tx, name, of)
		const aside = await findSetAside(tx, { ...of, kind: name })
		if (aside) await changeOrWithdraw(tx, aside, null)
	})
}

/** A discarded vote stays, so that a reader does not vote anew in its place. */
async function changeOrWithdraw(tx: Tx, own: SetAsideVote, choice: Mood | Stars | null): Promise<void> {
	if (choice === null && own.state === 'waiting') await deleteSetAside(tx, own)
	else await changeSetAside(tx, own, choice === null ? null : String(choice))
}

/** The viewer's vote of a kind on a story, counted or set aside. */
export async function findOwnVote<Choice extends Mood | Stars>(
	kind: VoteKind<Choice>,
	viewer: Viewer,
	articleId: number,
): Promise<OwnVote<Choice>> {
	const readerId = await readerIdOf(viewer)
	if (!readerId) return { mine: null, aside: null }
	const counted = await kind.find(readDb(), { articleId, readerId })
	if (counted !== null) return { mine: counted, aside: null }
	const vote = await findSetAside(readDb(), { articleId, readerId, kind: kind.name })
	if (!vote || vote.choice === null || vote.state === 'counted') return { mine: null, aside: null }
	const { voteWaits, voteDiscarded } = messages().voting
	const aside = vote.state === 'waiting' ? voteWaits(waitingTime(RETURN_HOURS * 3_600)) : voteDiscarded
	return { mine: kind.parse(vote.choice), aside }
}
