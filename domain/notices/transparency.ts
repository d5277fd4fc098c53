import { and, count, eq, gte, isNotNull, isNull, lt, min, type SQL } from 'drizzle-orm'
import { type Queryable, readDb } from '@/db'
import {
	COMMENT_RULES,
	COMPLAINT_OUTCOMES,
	commentComplaints,
	commentDecisions,
	commentReports,
	REPORT_REASONS,
} from '@/db/schema'
import { dependsOn, expiresAt } from '@/lib/invalidation'

/** A calendar month in UTC, such as `2026-11`. */
export type NoticeMonth = { name: string; from: Date; to: Date }

export function monthOf(at: Date): NoticeMonth {
	const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()]
	const from = new Date(Date.UTC(year, month))
	return { name: from.toISOString().slice(0, 7), from, to: new Date(Date.UTC(year, month + 1)) }
}

/** A month from the first report or decision to this one; null for any other text. */
export async function findNoticeMonth(text: string, now = new Date()): Promise<NoticeMonth | null> {
	if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return null
	const month = monthOf(new Date(`${text}-01T00:00:00Z`))
	return month.from <= now && month.to > (await firstMonth(now)).from ? month : null
}

/** The months with a page, newest first. */
export async function listNoticeMonths(now = new Date()): Promise<NoticeMonth[]> {
	dependsOn('notices')
	const first = await firstMonth(now)
	const months = [monthOf(now)]
	expiresAt(months[0]?.to)
	for (let last = months[0]; last && last.from > first.from; last = months.at(-1))
		months.push(monthOf(new Date(last.from.getTime() - 1)))
	return months
}

async function firstMonth(now: Date): Promise<NoticeMonth> {
	dependsOn('notices')
	const [[reports], [decisions]] = await Promise.all([
		readDb()
			.select({ at: min(commentReports.createdAt) })
			.from(commentReports),
		readDb()
			.select({ at: min(commentDecisions.decidedAt) })
			.from(commentDecisions),
	])
	const times = [reports?.at, decisions?.at].flatMap((at) => (at ? [at.getTime()] : []))
	return monthOf(new Date(Math.min(now.getTime(), ...times)))
}

export type NoticeCounts = {
	/** Reports of the month by reason. */
	reports: Record<(typeof commentReports.$inferSelect)['reason'], number>
	/** Decisions of the month that are in force; removals by rule, or `law`. */
	kept: number
	removed: Record<(typeof COMMENT_RULES)[number] | 'law', number>
	onReport: number
	/** Decisions about comments that an automatic rule, or reports, had held. */
	heldBefore: number
	/** Comments that reports put back to waiting. */
	heldByReports: number
	/** Median time in ms from a report of any month to its decision in this one; null without one. */
	medianMs: number | null
	complaints: Record<'filed' | 'upheld' | 'rejected', number>
}

/** Counts of a month, without people and texts. */
export async function countNotices({ from, to }: NoticeMonth): Promise<NoticeCounts> {
	dependsOn('notices')
	const sent = and(gte(commentReports.createdAt, from), lt(commentReports.createdAt, to))
	const decided = and(
		gte(commentDecisions.decidedAt, from),
		lt(commentDecisions.decidedAt, to),
		isNull(commentDecisions.reversedAt),
	)
	const [reasons, held, decisions, times, filed, answered] = await Promise.all([
		readDb()
			.select({ reason: commentReports.reason, count: count() })
			.from(commentReports)
			.where(sent)
			.groupBy(commentReports.reason),
		countRows(readDb(), commentReports, and(sent, eq(commentReports.held, true))),
		readDb()
			.select({
				outcome: commentDecisions.outcome,
				rule: commentDecisions.rule,
				onReport: commentDecisions.onReport,
				heldBefore: commentDecisions.heldBefore,
				count: count(),
			})
			.from(commentDecisions)
			.where(decided)
			.groupBy(
				commentDecisions.outcome,
				commentDecisions.rule,
				commentDecisions.onReport,
				commentDecisions.heldBefore,
			),
		readDb()
			.select({ sent: commentReports.createdAt, decided: commentDecisions.decidedAt })
			.from(commentDecisions)
			.innerJoin(commentReports, eq(commentReports.decisionId, commentDecisions.id))
			.where(decided),
		countRows(
			readDb(),
			commentComplaints,
			and(gte(commentComplaints.createdAt, from), lt(commentComplaints.createdAt, to)),
		),
		readDb()
			.select({ outcome: commentComplaints.outcome, count: count() })
			.from(commentComplaints)
			.where(
				and(
					isNotNull(commentComplaints.outcome),
					gte(commentComplaints.decidedAt, from),
					lt(commentComplaints.decidedAt, to),
				),
			)
			.groupBy(commentComplaints.outcome),
	])
	return {
		...decisionCounts(decisions),
		reports: countsBy(REPORT_REASONS, reasons, ({ reason }) => reason),
		heldByReports: held,
		medianMs: median(times.map(({ sent, decided }) => decided.getTime() - sent.getTime())),
		complaints: {
			filed,
			...countsBy(COMPLAINT_OUTCOMES, answered, ({ outcome }) => outcome),
		},
	}
}

type Counted = { count: number }

const sum = (rows: Counted[]): number => rows.reduce((total, each) => total + each.count, 0)

/** Sums of counts by a value, 0 for a value without one. */
function countsBy<Value extends string, Row extends Counted>(
	values: readonly Value[],
	rows: Row[],
	keyOf: (row: Row) => string | null,
): Record<Value, number> {
	const entries = values.map((value) => [value, sum(rows.filter((row) => keyOf(row) === value))])
	return Object.fromEntries(entries)
}

type DecisionRow = Counted &
	Pick<typeof commentDecisions.$inferSelect, 'outcome' | 'rule' | 'onReport' | 'heldBefore'>

function decisionCounts(
	rows: DecisionRow[],
): Pick<NoticeCounts, 'kept' | 'removed' | 'onReport' | 'heldBefore'> {
	const removed = rows.filter(({ outcome }) => outcome === 'removed')
	return {
		kept: sum(rows.filter(({ outcome }) => outcome === 'kept')),
		removed: countsBy([...COMMENT_RULES, 'law'] as const, removed, ({ rule }) => rule ?? 'law'),
		onReport: sum(rows.filter(({ onReport }) => onReport)),
		heldBefore: sum(rows.filter(({ heldBefore }) => heldBefore)),
	}
}

async function countRows(
	on: Queryable,
	table: typeof commentReports | typeof commentComplaints,
	where: SQL | undefined,
): Promise<number> {
	const [row] = await on.select({ count: count() }).from(table).where(where)
	return row?.count ?? 0
}

function median(values: number[]): number | null {
	if (values.length === 0) return null
	const sorted = values.sort((one, other) => one - other)
	const middle = Math.floor(sorted.length / 2)
	const upper = sorted[middle] ?? 0
	return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2
}
