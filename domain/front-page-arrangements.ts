import { asc, desc, eq, gt, inArray, lte, min, sql } from 'drizzle-orm'
import { prepared, readDb } from '@/db'
import { frontPages, people } from '@/db/schema'
import { arrangementIn, EMPTY_ARRANGEMENT, type FrontPageArrangement } from '@/lib/front-page-arrangement'
import { dependsOn, expiresAt } from '@/lib/invalidation'
import { Refusal } from '@/lib/refusal'
import { authorize, type Viewer } from './permissions'

export type SavedArrangement = {
	id: number
	arrangement: FrontPageArrangement
	startsAt: Date
	savedBy: string | null
	savedAt: Date
}

/** Scheduled arrangements at most, so that their list stays short. */
export const SCHEDULED_MAX = 50

/** The arrangement in force at a time, empty without one. Expires when the next scheduled one starts. */
export async function arrangementAt(at: Date): Promise<FrontPageArrangement> {
	dependsOn('front-page')
	const [next] = await nextStart(readDb(), { at })
	expiresAt(next?.at)
	const [current] = await startedBy(readDb(), { at })
	return current ? arrangementIn(current.arrangement) : EMPTY_ARRANGEMENT
}

/** The arrangements that have started, newest first: the one in force and the former one. */
export const startedBy = prepared(['at'], (on, { at }) =>
	on
		.select()
		.from(frontPages)
		.where(lte(frontPages.startsAt, sql.param(at, frontPages.startsAt)))
		.orderBy(desc(frontPages.startsAt), desc(frontPages.id))
		.limit(2),
)

const nextStart = prepared(['at'], (on, { at }) =>
	on
		.select({ at: min(frontPages.startsAt) })
		.from(frontPages)
		.where(gt(frontPages.startsAt, sql.param(at, frontPages.startsAt))),
)

export type FrontPageDesk = {
	/** Null before the first save. */
	current: SavedArrangement | null
	former: SavedArrangement | null
	scheduled: SavedArrangement[]
}

export async function findArrangements(viewer: Viewer): Promise<FrontPageDesk> {
	authorize(viewer, 'arrange the front page')
	const now = new Date()
	const [current, former] = await startedBy(readDb(), { at: now })
	const scheduled = await readDb()
		.select()
		.from(frontPages)
		.where(gt(frontPages.startsAt, now))
		.orderBy(asc(frontPages.startsAt), asc(frontPages.id))
		.limit(SCHEDULED_MAX)
	const rows = [current, former, ...scheduled].filter((row) => row !== undefined)
	const names = await namesOf(rows.flatMap(({ savedBy }) => savedBy ?? []))
	const view = (row: ArrangementRow): SavedArrangement => ({
		...row,
		arrangement: arrangementIn(row.arrangement),
		savedBy: names.get(row.savedBy ?? '') ?? null,
	})
	return {
		current: current ? view(current) : null,
		former: former ? view(former) : null,
		scheduled: scheduled.map(view),
	}
}

/** @throws Refusal `not-found` */
export async function findArrangement(viewer: Viewer, id: number): Promise<SavedArrangement> {
	authorize(viewer, 'arrange the front page')
	const [row] = await readDb().select().from(frontPages).where(eq(frontPages.id, id))
	if (!row) throw new Refusal('not-found', 'This arrangement is no longer there.')
	return { ...row, arrangement: arrangementIn(row.arrangement), savedBy: null }
}

export type ArrangementRow = typeof frontPages.$inferSelect

async function namesOf(ids: string[]): Promise<Map<string, string>> {
	if (ids.length === 0) return new Map()
	const rows = await readDb()
		.select({ id: people.id, name: people.name })
		.from(people)
		.where(inArray(people.id, ids))
	return new Map(rows.map(({ id, name }) => [id, name]))
}
