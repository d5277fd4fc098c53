import { and, asc, count, desc, eq, inArray, isNull, max, min, sql } from 'drizzle-orm'
import { type Queryable, readDb, type Tx, write } from '@/db'
import { moods, ratings, setAsideVotes, type VOTE_OUTCOMES, voteDecisions } from '@/db/schema'
import { dependsOn } from '@/lib/invalidation'
import type { Mood } from '@/lib/moods'
import { Refusal } from '@/lib/refusal'
import { requireEditable } from '../articles/access'
import { audit } from '../audit'
import { authorize, type Viewer } from '../permissions'
import { adjustMoodTally, adjustRatingTally } from '../tallies'

export type VoteOutcome = (typeof VOTE_OUTCOMES)[number]
export const REASON_MAX = 300

/** Votes that one network cast on a story in a day, beyond its rate. */
export type Burst = {
	id: string
	first: Date
	last: Date
	waiting: number
	/** Counted by the return of their readers or by an editor. */
	counted: number
	discarded: number
	/** Of the waiting ones, by choice. */
	choices: { kind: 'mood' | 'rating'; choice: string; votes: number }[]
}

export type VoteDecision = Omit<typeof voteDecisions.$inferSelect, 'articleId' | 'burst'>

/** The bursts of a story, the newest first. */
export async function listBursts(viewer: Viewer, articleId: number): Promise<Burst[]> {
	authorize(viewer, 'decide about votes')
	await requireEditable(readDb(), viewer, articleId)
	const rows = await readDb()
		.select({
			id: setAsideVotes.burst,
			state: setAsideVotes.state,
			kind: setAsideVotes.kind,
			choice: setAsideVotes.choice,
			votes: count(),
			first: min(setAsideVotes.castAt),
			last: max(setAsideVotes.castAt),
		})
		.from(setAsideVotes)
		.where(eq(setAsideVotes.articleId, articleId))
		.groupBy(setAsideVotes.burst, setAsideVotes.state, setAsideVotes.kind, setAsideVotes.choice)
		.orderBy(asc(setAsideVotes.kind), desc(count()))
	const bursts = new Map<string, Burst>()
	for (const { id, state, kind, choice, votes, first, last } of rows) {
		const [from, to] = [first ?? new Date(0), last ?? new Date(0)]
		const burst = bursts.get(id) ?? {
			...{ id, first: from, last: to, choices: [] },
			...{ waiting: 0, counted: 0, discarded: 0 },
		}
		burst[state] += votes
		if (from < burst.first) burst.first = from
		if (to > burst.last) burst.last = to
		if (state === 'waiting' && choice !== null) burst.choices.push({ kind, choice, votes })
		bursts.set(id, burst)
	}
	return [...bursts.values()].sort((one, other) => other.first.getTime() - one.first.getTime())
}

/** The decisions about votes of a story, the newest first, also those undone. */
export async function listVoteDecisions(articleId: number): Promise<VoteDecision[]> {
	dependsOn(`counts:${articleId}`)
	return readDb()
		.select({
			id: voteDecisions.id,
			outcome: voteDecisions.outcome,
			reason: voteDecisions.reason,
			votes: voteDecisions.votes,
			decidedAt: voteDecisions.decidedAt,
			undoneAt: voteDecisions.undoneAt,
		})
		.from(voteDecisions)
		.where(eq(voteDecisions.articleId, articleId))
		.orderBy(desc(voteDecisions.decidedAt), desc(voteDecisions.id))
}

/**
 * Counts (`release`) or discards the waiting votes of a burst, with a reason that readers see.
 *
 * @throws Refusal `conflict` if none wait any more
 */
export async function decideBurst(
	viewer: Viewer,
	articleId: number,
	burst: string,
	{ outcome, reason }: { outcome: VoteOutcome; reason: string },
): Promise<void> {
	authorize(viewer, 'decide about votes')
	const words = reason.trim()
	if (!words) throw new Refusal('invalid', 'Please give the reason, which readers see.', 'reason')
	if (words.length > REASON_MAX)
		throw new Refusal('invalid', `Please keep the reason under ${REASON_MAX} characters.`, 'reason')
	await write(async (tx) => {
		await tx.lock('article', articleId)
		await requireEditable(tx, viewer, articleId)
		const votes = await waitingVotes(tx, articleId, burst)
		if (votes === 0) throw new Refusal('conflict', 'None of these votes wait any more.')
		const [decision] = await tx
			.insert(voteDecisions)
			.values({ articleId, burst, outcome, reason: words, votes })
			.returning({ id: voteDecisions.id })
		const isRelease = outcome === 'release'
		if (isRelease) await countWaiting(tx, articleId, burst)
		await tx
			.update(setAsideVotes)
			.set({ state: isRelease ? 'counted' : 'discarded', decisionId: decision?.id ?? null })
			.where(waitsIn(articleId, burst))
		tx.changed(`counts:${articleId}`)
		const detail = { votes, reason: words }
		await audit(tx, viewer, isRelease ? 'release votes' : 'discard votes', `article:${articleId}`, detail)
	})
}

const waitsIn = (articleId: number, burst: string) =>
	and(
		eq(setAsideVotes.articleId, articleId),
		eq(setAsideVotes.burst, burst),
		eq(setAsideVotes.state, 'waiting'),
	)

async function waitingVotes(on: Queryable, articleId: number, burst: string): Promise<number> {
	const [row] = await on.select({ number: count() }).from(setAsideVotes).where(waitsIn(articleId, burst))
	return row?.number ?? 0
}

/** Copies the waiting votes of a burst into the counted ones and their tallies, in statements for all of them. */
async function countWaiting(tx: Tx, articleId: number, burst: string): Promise<void> {
	const ofKind = (kind: 'mood' | 'rating') => and(waitsIn(articleId, burst), eq(setAsideVotes.kind, kind))
	const { articleId: story, readerId, choice, castAt } = setAsideVotes
	await tx.insert(moods).select(
		tx
			.select({ articleId: story, readerId, mood: sql<Mood>`${choice}`.as('mood'), castAt })
			.from(setAsideVotes)
			.where(ofKind('mood')),
	)
	await tx.insert(ratings).select(
		tx
			.select({
				articleId: story,
				readerId,
				stars: sql<number>`cast(${choice} as integer)`.as('stars'),
				ratedAt: castAt,
			})
			.from(setAsideVotes)
			.where(ofKind('rating')),
	)
	const byChoice = await tx
		.select({ kind: setAsideVotes.kind, choice, votes: count() })
		.from(setAsideVotes)
		.where(waitsIn(articleId, burst))
		.groupBy(setAsideVotes.kind, choice)
	for (const { kind, choice, votes } of byChoice)
		if (kind === 'mood') await adjustMoodTally(tx, articleId, choice as Mood, votes)
		else await adjustRatingTally(tx, articleId, Number(choice), votes)
}

/**
 * Undoes a decision: its votes wait again, with the choice that their readers have made since.
 *
 * @throws Refusal `conflict` if it is undone already
 */
export async function undoVoteDecision(viewer: Viewer, articleId: number, id: number): Promise<void> {
	authorize(viewer, 'decide about votes')
	await write(async (tx) => {
		await tx.lock('article', articleId)
		await requireEditable(tx, viewer, articleId)
		const isThis = and(eq(voteDecisions.id, id), eq(voteDecisions.articleId, articleId))
		const [decision] = await tx.select().from(voteDecisions).where(isThis)
		if (!decision) throw new Refusal('not-found', 'There is no such decision about this story.')
		if (decision.undoneAt) throw new Refusal('conflict', 'This decision is undone already.')
		if (decision.outcome === 'release') await takeBack(tx, articleId, id)
		const ofDecision = eq(setAsideVotes.decisionId, id)
		await tx.delete(setAsideVotes).where(and(ofDecision, isNull(setAsideVotes.choice)))
		await tx.update(setAsideVotes).set({ state: 'waiting', decisionId: null }).where(ofDecision)
		await tx.update(voteDecisions).set({ undoneAt: new Date() }).where(isThis)
		tx.changed(`counts:${articleId}`)
		await audit(tx, viewer, 'undo vote decision', `article:${articleId}`, { votes: decision.votes })
	})
}

/** Removes the votes of a release from the counted ones and their tallies, and keeps their present choices. */
async function takeBack(tx: Tx, articleId: number, decisionId: number): Promise<void> {
	const ofKind = (kind: 'mood' | 'rating') =>
		and(eq(setAsideVotes.decisionId, decisionId), eq(setAsideVotes.kind, kind))
	const readersOf = (kind: 'mood' | 'rating') =>
		tx.select({ id: setAsideVotes.readerId }).from(setAsideVotes).where(ofKind(kind))
	const moodsOfIt = and(eq(moods.articleId, articleId), inArray(moods.readerId, readersOf('mood')))
	const ratingsOfIt = and(eq(ratings.articleId, articleId), inArray(ratings.readerId, readersOf('rating')))
	const mine = sql`${setAsideVotes.articleId} = `
	await tx
		.update(setAsideVotes)
		.set({
			choice: sql`(select ${moods.mood} from ${moods} where ${mine}${moods.articleId} and ${moods.readerId} = ${setAsideVotes.readerId})`,
		})
		.where(ofKind('mood'))
	await tx
		.update(setAsideVotes)
		.set({
			choice: sql`(select cast(${ratings.stars} as text) from ${ratings} where ${mine}${ratings.articleId} and ${ratings.readerId} = ${setAsideVotes.readerId})`,
		})
		.where(ofKind('rating'))
	const byMood = tx.select({ mood: moods.mood, votes: count() }).from(moods).where(moodsOfIt)
	for (const { mood, votes } of await byMood.groupBy(moods.mood))
		await adjustMoodTally(tx, articleId, mood, -votes)
	const byStars = tx.select({ stars: ratings.stars, votes: count() }).from(ratings).where(ratingsOfIt)
	for (const { stars, votes } of await byStars.groupBy(ratings.stars))
		await adjustRatingTally(tx, articleId, stars, -votes)
	await tx.delete(moods).where(moodsOfIt)
	await tx.delete(ratings).where(ratingsOfIt)
}
