import { setImmediate as nextTurn } from 'node:timers/promises'
import { and, desc, eq, gte, inArray, lt, max, ne, or, type SQL } from 'drizzle-orm'
import { readDb } from '@/db'
import { auditEvents, people, sections } from '@/db/schema'
import { subjectNames, subjectsWithPage } from './audit-subjects'
import { authorize, type Viewer } from './permissions'

export type LogFilter = {
	/** Id of a person. */
	person?: string | undefined
	/** Kind of the subject, such as `article`. */
	kind?: string | undefined
	/** Number of a story. */
	story?: number | null
	from?: Date | null
	/** End of the period, exclusive. */
	to?: Date | null
	/** Cursor: the list continues after this event. */
	past?: number | null
}

export type LogEvent = {
	id: number
	at: Date
	person: string | null
	action: string
	/** Such as `article:42`. */
	subject: string
	/** The subject's name in words, such as “The bridge opens”; empty for a subject without one. */
	name: string
	/** Whether the subject has a page at the desk, which a deleted one has no more. */
	hasPage: boolean
	detail: Record<string, unknown> | null
}

/** Events per page of the log. */
export const EVENTS_PER_PAGE = 100
/** Events that one turn of the event loop reads. */
const WINDOW = 5_000
const DAY_MS = 86_400_000

type Row = typeof auditEvents.$inferSelect

/** A page of the log, newest first; `past` is the cursor of the next page, null at the end. */
export async function listLog(
	viewer: Viewer,
	filter: LogFilter,
	limit = EVENTS_PER_PAGE,
): Promise<{ events: LogEvent[]; past: number | null }> {
	authorize(viewer, 'read the log')
	const rows = await rowsOf(filter, limit + 1)
	const shown = rows.slice(0, limit)
	return { events: await asEvents(shown), past: rows.length > limit ? (shown.at(-1)?.id ?? null) : null }
}

/** All events of a filter, newest first, in chunks read one at a time. */
export async function* exportLog(viewer: Viewer, filter: LogFilter): AsyncGenerator<LogEvent[]> {
	let past: number | null | undefined = filter.past
	do {
		const page = await listLog(viewer, { ...filter, past: past ?? null }, EVENTS_PER_PAGE * 5)
		if (page.events.length > 0) yield page.events
		past = page.past
	} while (past !== null)
}

/** People with possible entries: the staff, and former staff with an entry. */
export async function listLogPeople(viewer: Viewer): Promise<{ id: string; name: string }[]> {
	authorize(viewer, 'read the log')
	return readDb()
		.select({ id: people.id, name: people.name })
		.from(people)
		.where(ne(people.role, 'reader'))
		.orderBy(people.name)
}

/** Names of the things that the fields of events name by number: sections, and staff by id. */
export async function listLogNames(
	viewer: Viewer,
): Promise<{ sections: Map<number, string>; people: Map<string, string> }> {
	const rows = await readDb().select({ id: sections.id, name: sections.name }).from(sections)
	const staff = await listLogPeople(viewer)
	return {
		sections: new Map(rows.map(({ id, name }) => [id, name])),
		people: new Map(staff.map(({ id, name }) => [id, name])),
	}
}

/**
 * Rows of a filter. Those of a person or a story are read from its index; others from windows of the newest events, so
 * that a rare kind takes several turns of the event loop.
 */
async function rowsOf(filter: LogFilter, limit: number): Promise<Row[]> {
	const where = conditionOf(filter)
	const before = filter.past ?? Number.MAX_SAFE_INTEGER
	if (filter.person || filter.story)
		return readDb()
			.select()
			.from(auditEvents)
			.where(and(where, lt(auditEvents.id, before)))
			.orderBy(desc(auditEvents.id))
			.limit(limit)
	const [last] = await readDb()
		.select({ id: max(auditEvents.id) })
		.from(auditEvents)
	const found: Row[] = []
	for (let end = Math.min(before, (last?.id ?? 0) + 1); end > 1 && found.length < limit; end -= WINDOW) {
		const window = and(lt(auditEvents.id, end), gte(auditEvents.id, end - WINDOW))
		const rows = await readDb()
			.select()
			.from(auditEvents)
			.where(and(window, where))
			.orderBy(desc(auditEvents.id))
			.limit(limit - found.length)
		found.push(...rows)
		if (filter.from && (await isBefore(end - WINDOW, filter.from))) break
		await nextTurn()
	}
	return found
}

/** Whether the event at a position is older than a day before `from`; a clock set back may disorder less. */
async function isBefore(id: number, from: Date): Promise<boolean> {
	const [row] = await readDb()
		.select({ at: auditEvents.at })
		.from(auditEvents)
		.where(lt(auditEvents.id, id))
		.orderBy(desc(auditEvents.id))
		.limit(1)
	return row !== undefined && row.at.getTime() < from.getTime() - DAY_MS
}

function conditionOf({ person, kind, story, from, to }: LogFilter): SQL | undefined {
	return and(
		person ? eq(auditEvents.personId, person) : undefined,
		story ? eq(auditEvents.subject, `article:${story}`) : undefined,
		kind ? or(eq(auditEvents.subject, kind), isOfKind(kind)) : undefined,
		from ? gte(auditEvents.at, from) : undefined,
		to ? lt(auditEvents.at, to) : undefined,
	)
}

/** Condition: the subject is a kind, a colon and an id. */
const isOfKind = (kind: string) =>
	and(gte(auditEvents.subject, `${kind}:`), lt(auditEvents.subject, `${kind};`))

async function asEvents(rows: Row[]): Promise<LogEvent[]> {
	const ids = [...new Set(rows.flatMap(({ personId }) => personId ?? []))]
	const persons =
		ids.length === 0
			? []
			: await readDb()
					.select({ id: people.id, name: people.name })
					.from(people)
					.where(inArray(people.id, ids))
	const names = await subjectNames(rows)
	const withPage = await subjectsWithPage(rows)
	return rows.map(({ personId, ...row }) => ({
		...row,
		person: persons.find(({ id }) => id === personId)?.name ?? null,
		name: names.get(row.subject) ?? '',
		hasPage: withPage.has(row.subject),
	}))
}
