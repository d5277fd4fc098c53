import { and, count, eq, isNull, type Placeholder } from 'drizzle-orm'
import { prepared, type Queryable, type Tx } from '@/db'
import { people, readers, setAsideVotes } from '@/db/schema'
import { KNOWN_READERS_MAX, RETURN_HOURS } from '@/lib/vote-rules'
import { MOOD_VOTES, RATING_VOTES, type VoteKind, type VoteKindName, type VoteOf } from './kinds'

const HOUR_MS = 3_600_000
const RETURN_MS = RETURN_HOURS * HOUR_MS

export type SetAsideVote = typeof setAsideVotes.$inferSelect

/** The table and tally of each kind of vote; the choice of a stored vote fits its kind. */
export const KINDS = { mood: MOOD_VOTES, rating: RATING_VOTES } as unknown as Record<VoteKindName, VoteKind>

const votesOfReader = prepared(['readerId'], (on, { readerId }) =>
	on.select().from(setAsideVotes).where(eq(setAsideVotes.readerId, readerId)),
)

const voteOf = prepared(['articleId', 'readerId', 'kind'], (on, values) =>
	on.select().from(setAsideVotes).where(ofReader(values)),
)

type Key = Record<'articleId' | 'readerId' | 'kind', Placeholder>

const ofReader = ({ articleId, readerId, kind }: Key | (VoteOf & { kind: VoteKindName })) =>
	and(
		eq(setAsideVotes.articleId, articleId),
		eq(setAsideVotes.readerId, readerId),
		eq(setAsideVotes.kind, kind),
	)

/** All votes of a reader that were ever set aside. */
export const listSetAside = async (on: Queryable, readerId: string): Promise<SetAsideVote[]> =>
	votesOfReader(on, { readerId })

export const findSetAside = async (
	on: Queryable,
	of: VoteOf & { kind: VoteKindName },
): Promise<SetAsideVote | null> => (await voteOf(on, of))[0] ?? null

export async function setAside(
	tx: Tx,
	vote: VoteOf & { kind: VoteKindName; choice: string; castAt: Date; burst: string },
): Promise<void> {
	tx.changedCount(`counts:${vote.articleId}`)
	await tx.insert(setAsideVotes).values(vote)
}

/** Changes the choice of a vote set aside; null takes a discarded one back. */
export async function changeSetAside(tx: Tx, vote: SetAsideVote, choice: string | null): Promise<void> {
	await tx.update(setAsideVotes).set({ choice }).where(ofReader(vote))
}

export async function deleteSetAside(tx: Tx, vote: VoteOf & { kind: VoteKindName }): Promise<void> {
	tx.changedCount(`counts:${vote.articleId}`)
	await tx.delete(setAsideVotes).where(ofReader(vote))
}

export const hasWaited = ({ state, castAt }: SetAsideVote, now: Date): boolean =>
	state === 'waiting' && castAt.getTime() <= now.getTime() - RETURN_MS

/** Votes of a kind in a burst that have counted because their readers came back. */
const returnedOf = prepared(['articleId', 'burst', 'kind'], (on, { articleId, burst, kind }) =>
	on
		.select({ number: count() })
		.from(setAsideVotes)
		.where(
			and(
				eq(setAsideVotes.articleId, articleId),
				eq(setAsideVotes.burst, burst),
				eq(setAsideVotes.kind, kind),
				eq(setAsideVotes.state, 'counted'),
				isNull(setAsideVotes.decisionId),
			),
		),
)

/** Whether as many votes of the burst have counted by return as known readers count at once; editors decide the rest. */
export const isFull = async (on: Queryable, { articleId, burst, kind }: SetAsideVote): Promise<boolean> =>
	((await returnedOf(on, { articleId, burst, kind }))[0]?.number ?? 0) >= KNOWN_READERS_MAX

/**
 * Counts a reader's votes that have waited long enough, since the reader has come back: a script that discards its
 * cookies does not. Within a write that holds the lock of the reader; `votes` are all votes of the reader.
 */
export async function countWaited(tx: Tx, votes: SetAsideVote[], now: Date): Promise<void> {
	for (const vote of votes) if (hasWaited(vote, now) && !(await isFull(tx, vote))) await countVote(tx, vote)
}

async function countVote(tx: Tx, vote: SetAsideVote): Promise<void> {
	if (vote.choice === null) return
	const kind = KINDS[vote.kind]
	const choice = kind.parse(vote.choice)
	await kind.put(tx, { ...vote, choice, at: vote.castAt })
	await kind.adjustTally(tx, vote.articleId, choice, 1)
	tx.changedCount(`counts:${vote.articleId}`)
	await tx.update(setAsideVotes).set({ state: 'counted' }).where(ofReader(vote))
}

const knownSince = prepared(['readerId'], (on, { readerId }) =>
	on
		.select({ reader: readers.createdAt, person: people.createdAt })
		.from(readers)
		.leftJoin(people, eq(people.id, readers.personId))
		.where(eq(readers.id, readerId)),
)

/** Whether a reader, or the account that it belongs to, is known since an earlier day. */
export async function isKnownReader(on: Queryable, readerId: string, now: Date): Promise<boolean> {
	const [row] = await knownSince(on, { readerId })
	const since = Math.min(...[row?.reader, row?.person].map((at) => at?.getTime() ?? Number.POSITIVE_INFINITY))
	return since <= now.getTime() - RETURN_MS
}
