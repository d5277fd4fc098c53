import { asc, eq, gt } from 'drizzle-orm'
import { readDb } from '@/db'
import { commentComplaints, commentDecisions, commentReports } from '@/db/schema'
import { authorize, type Viewer } from '../permissions'

const AT_ONCE = 500

/** Columns of an export: no names, no addresses, no free words. */
export const EXPORT_COLUMNS = [
	'kind',
	'number',
	'comment',
	'of',
	'what',
	'ground',
	'at',
	'onReport',
	'heldBefore',
	'outcome',
	'answeredAt',
] as const
export type ExportRow = Record<(typeof EXPORT_COLUMNS)[number], string>

/** All reports, decisions and complaints, oldest first of each kind, in chunks read one at a time. */
export async function* exportNotices(viewer: Viewer): AsyncGenerator<ExportRow[]> {
	authorize(viewer, 'moderate comments')
	yield* chunksOf(reportsPast)
	yield* chunksOf(decisionsPast)
	yield* chunksOf(complaintsPast)
}

async function* chunksOf(rowsPast: (past: number) => Promise<ExportRow[]>): AsyncGenerator<ExportRow[]> {
	for (let past = 0; ; ) {
		const rows = await rowsPast(past)
		if (rows.length > 0) yield rows
		if (rows.length < AT_ONCE) return
		past = Number(rows.at(-1)?.number)
	}
}

const EMPTY = Object.fromEntries(EXPORT_COLUMNS.map((column) => [column, ''])) as ExportRow
const text = (value: number | Date | null | undefined): string =>
	value instanceof Date ? value.toISOString() : String(value ?? '')
const yesNo = (value: boolean): string => (value ? 'yes' : 'no')

async function reportsPast(past: number): Promise<ExportRow[]> {
	const rows = await readDb()
		.select({ report: commentReports, decision: commentDecisions })
		.from(commentReports)
		.leftJoin(commentDecisions, eq(commentDecisions.id, commentReports.decisionId))
		.where(gt(commentReports.id, past))
		.orderBy(asc(commentReports.id))
		.limit(AT_ONCE)
	return rows.map(({ report, decision }) => ({
		...EMPTY,
		kind: 'report',
		number: text(report.id),
		comment: text(report.commentId),
		of: text(decision?.id),
		what: report.reason,
		at: text(report.createdAt),
		outcome: decision?.outcome ?? '',
		answeredAt: text(decision?.decidedAt),
	}))
}

async function decisionsPast(past: number): Promise<ExportRow[]> {
	const rows = await readDb()
		.select()
		.from(commentDecisions)
		.where(gt(commentDecisions.id, past))
		.orderBy(asc(commentDecisions.id))
		.limit(AT_ONCE)
	return rows.map((decision) => ({
		...EMPTY,
		kind: 'decision',
		number: text(decision.id),
		comment: text(decision.commentId),
		what: decision.outcome,
		ground: decision.rule ?? decision.law,
		at: text(decision.decidedAt),
		onReport: yesNo(decision.onReport),
		heldBefore: yesNo(decision.heldBefore),
		outcome: decision.reversedAt ? 'reversed' : '',
		answeredAt: text(decision.reversedAt),
	}))
}

async function complaintsPast(past: number): Promise<ExportRow[]> {
	const rows = await readDb()
		.select()
		.from(commentComplaints)
		.where(gt(commentComplaints.id, past))
		.orderBy(asc(commentComplaints.id))
		.limit(AT_ONCE)
	return rows.map((complaint) => ({
		...EMPTY,
		kind: 'complaint',
		number: text(complaint.id),
		of: text(complaint.decisionId),
		what: complaint.side,
		at: text(complaint.createdAt),
		outcome: complaint.outcome ?? '',
		answeredAt: text(complaint.decidedAt),
	}))
}
