import { and, asc, eq, inArray } from 'drizzle-orm'
import { type Queryable, readDb } from '@/db'
import { auditEvents } from '@/db/schema'
import { DECISION_ACTIONS } from './decision'

/** A period in which readers saw a revision; `until` is null while they see it. */
export type PublicPeriod = { from: Date; until: Date | null }

type Started = { revisionId: number; from: Date; minor?: boolean }
type Event = Pick<typeof auditEvents.$inferSelect, 'action' | 'at' | 'detail'>

/** A text that readers saw, from its appearance until the next one or a withdrawal. */
export type PublicVersion = {
	revisionId: number
	from: Date
	until: Date | null
	/** Whether the change was published as a minor one. */
	minor: boolean
}

/** The last public period of each revision of a story that readers saw, from the audit events of its decisions. */
export async function publicPeriods(
	articleId: number,
	now = new Date(),
	on: Queryable = readDb(),
): Promise<Map<number, PublicPeriod>> {
	const periods = new Map<number, PublicPeriod>()
	for (const { revisionId, from, until } of showingsIn(await decisionsOn(articleId, on), now))
		periods.set(revisionId, { from, until })
	return periods
}

/**
 * The texts that readers saw, oldest first. A story that is published again with the text of its withdrawal has the
 * same version. A publication that was undone at once is none of them: its text is not to be public.
 */
export async function publicVersions(articleId: number, now = new Date()): Promise<PublicVersion[]> {
	const versions: PublicVersion[] = []
	for (const { undone, ...showing } of showingsIn(await decisionsOn(articleId, readDb()), now)) {
		if (undone) continue
		const last = versions.at(-1)
		if (last?.revisionId === showing.revisionId) last.until = showing.until
		else versions.push(showing)
	}
	return versions
}

const decisionsOn = async (articleId: number, on: Queryable): Promise<Event[]> =>
	on
		.select({ action: auditEvents.action, at: auditEvents.at, detail: auditEvents.detail })
		.from(auditEvents)
		.where(
			and(
				eq(auditEvents.subject, `article:${articleId}`),
				inArray(auditEvents.action, Object.values(DECISION_ACTIONS)),
			),
		)
		.orderBy(asc(auditEvents.id))

type Showing = PublicVersion & { undone?: true }

/** Every period in which readers saw one revision, oldest first. An undo continues the period before it. */
function showingsIn(events: Event[], now: Date): Showing[] {
	const showings: Showing[] = []
	let shown = null as Showing | null
	let scheduled = null as Started | null
	const show = (next: Started | null, at: Date) => {
		if (shown && shown.revisionId === next?.revisionId) return
		if (shown) shown.until = at
		shown = next && { minor: false, ...next, until: null }
		if (shown) showings.push(shown)
	}
	const appear = (at: Date) => {
		if (!scheduled || scheduled.from > at) return
		show(scheduled, scheduled.from)
		scheduled = null
	}
	let before = { shown, scheduled }
	const undo = (at: Date) => {
		if (shown && shown !== before.shown) Object.assign(shown, { until: at, undone: true })
		if (before.shown) before.shown.until = null
		shown = before.shown
		scheduled = before.scheduled
	}
	for (const { action, at, detail } of events) {
		appear(at)
		if (action === DECISION_ACTIONS.undo) {
			undo(at)
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
			show({ revisionId, from: at, minor: detail?.minor === true }, at)
		}
	}
	appear(now)
	return showings
}
