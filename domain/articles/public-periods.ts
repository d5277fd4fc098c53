import { and, asc, eq, inArray } from 'drizzle-orm'
import { readDb } from '@/db'
import { auditEvents } from '@/db/schema'
import { DECISION_ACTIONS } from './decision'

/** A period in which readers saw a revision; `until` is null while they see it. */
export type PublicPeriod = { from: Date; until: Date | null }

type Started = { revisionId: number; from: Date }
type Event = Pick<typeof auditEvents.$inferSelect, 'action' | 'at' | 'detail'>

/**
 * The last public period of each revision of a story that readers saw, from the audit events of its decisions. An
 * undo ends the period of the revision before it, and continues the earlier one.
 */
export async function publicPeriods(articleId: number, now = new Date()): Promise<Map<number, PublicPeriod>> {
	const events = await readDb()
		.select({ action: auditEvents.action, at: auditEvents.at, detail: auditEvents.detail })
		.from(auditEvents)
		.where(
			and(
				eq(auditEvents.subject, `article:${articleId}`),
				inArray(auditEvents.action, Object.values(DECISION_ACTIONS)),
			),
		)
		.orderBy(asc(auditEvents.id))
	return periodsOf(events, now)
}

function periodsOf(events: Event[], now: Date): Map<number, PublicPeriod> {
	const periods = new Map<number, PublicPeriod>()
	let shown = null as Started | null
	let scheduled = null as Started | null
	const show = (next: Started | null, at: Date) => {
		if (shown && shown.revisionId === next?.revisionId) return
		if (shown) periods.set(shown.revisionId, { from: shown.from, until: at })
		shown = next
		if (next) periods.set(next.revisionId, { from: next.from, until: null })
	}
	const appear = (at: Date) => {
		if (!scheduled || scheduled.from > at) return
		show(scheduled, scheduled.from)
		scheduled = null
	}
	let before = { shown, scheduled }
	for (const { action, at, detail } of events) {
		appear(at)
		if (action === DECISION_ACTIONS.undo) {
			scheduled = before.scheduled
			show(before.shown, at)
			continue
		}
		before = { shown, scheduled }
		const revisionId = Number(detail?.revisionId)
		if (action === DECISION_ACTIONS.schedule) scheduled = { revisionId, from: new Date(String(detail?.at)) }
		else if (action === DECISION_ACTIONS['update scheduled'] && scheduled)
			scheduled = { ...scheduled, revisionId }
		else if (action === DECISION_ACTIONS.unschedule) scheduled = null
		else if (action === DECISION_ACTIONS.withdraw) show(null, at)
		else if (action === DECISION_ACTIONS.publish) {
			scheduled = null
			show({ revisionId, from: at }, at)
		}
	}
	appear(now)
	return periods
}
