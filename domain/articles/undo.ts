import { isDeepStrictEqual } from 'node:util'
import { and, desc, eq, gt, inArray, type SQL } from 'drizzle-orm'
import { type Queryable, readDb, type Tx } from '@/db'
import { articles, auditEvents } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import { audit } from '../audit'
import { authorize, type StaffViewer } from '../permissions'
import { lockTrash } from '../trash/rows'
import { dropTrashedNames, namesTrash } from '../trash/story-uses'
import { changePublication } from './changes'
import { DECISION_ACTIONS, type DecisionKind, permissionFor } from './decision'

type Article = typeof articles.$inferSelect
type Event = typeof auditEvents.$inferSelect

/** Time in ms in which the desk offers an undo. */
export const UNDO_MS = 10_000
/** Further time in ms for the transfer of a form that was sent at the last moment. */
const TRAVEL_MS = 5_000

export const TRASH_ACTION = 'trash story'

/** Decisions, and corrections, which are permanent: the publication that carries one is not undone. */
const ACTIONS = [...Object.values(DECISION_ACTIONS), TRASH_ACTION, 'add correction']

/** A decision that its person can still undo. `left`: remaining time in ms. */
export type Undoable = { events: number[]; left: number }

/** The viewer's last decision about a story, if nothing was decided since. */
export async function findUndoable(viewer: StaffViewer, articleId: number): Promise<Undoable | null> {
	const [last] = await eventsOf(readDb(), eq(auditEvents.subject, `article:${articleId}`), 1)
	return last?.personId === viewer.person.id ? undoableOf([last]) : null
}

/** The stories that the viewer has just moved to the trash, by one form. */
export async function findUndoableTrash(viewer: StaffViewer): Promise<Undoable | null> {
	const recent = and(
		eq(auditEvents.personId, viewer.person.id),
		gt(auditEvents.at, new Date(Date.now() - UNDO_MS)),
	)
	const events = await eventsOf(readDb(), recent, TRASHED_AT_ONCE_MAX)
	const [last] = events
	if (last?.action !== TRASH_ACTION) return null
	const batch = last.detail?.batch
	return undoableOf(batch ? events.filter(({ detail }) => detail?.batch === batch) : [last])
}

/** Stories of a page of the list. */
const TRASHED_AT_ONCE_MAX = 100

/** The newest decisions first. */
const eventsOf = (on: Queryable, where: SQL | undefined, limit: number): Promise<Event[]> =>
	on
		.select()
		.from(auditEvents)
		.where(and(where, inArray(auditEvents.action, ACTIONS)))
		.orderBy(desc(auditEvents.id))
		.limit(limit)
		.then((rows) => rows)

function undoableOf(events: Event[]): Undoable | null {
	const [last] = events
	if (!last || !isUndoable(last)) return null
	const left = UNDO_MS - ageOf(last)
	return left > 0 && left <= UNDO_MS ? { events: events.map(({ id }) => id), left } : null
}

const isUndoable = ({ action }: Event): boolean =>
	action !== DECISION_ACTIONS.undo && action !== 'add correction'

const ageOf = ({ at }: Event): number => Date.now() - at.getTime()

/**
 * Restores the columns that a decision of the viewer changed, inside the transaction that has read the article.
 *
 * @throws Refusal `conflict` after the time, or if anything was decided since
 */
export async function undoDecision(
	tx: Tx,
	viewer: StaffViewer,
	article: Article,
	eventId: number,
): Promise<void> {
	const subject = `article:${article.id}`
	const [last] = await eventsOf(tx, eq(auditEvents.subject, subject), 1)
	if (last?.id !== eventId || last.personId !== viewer.person.id || !isUndoable(last))
		throw new Refusal('conflict', 'Something else was decided about this story since, so nothing was undone.')
	authorize(viewer, permissionOf(last.action))
	if (ageOf(last) < 0 || ageOf(last) > UNDO_MS + TRAVEL_MS) throw tooLate(last.action)
	const { from, to } = last.detail as { from: Partial<Article>; to: Partial<Article> }
	if (!holds(article, to))
		throw new Refusal('conflict', 'This story was changed since, so nothing was undone.')
	// A scheduled text that was taken back may have lost a photograph or its section since.
	await lockTrash(tx)
	if (from.publishedRevisionId && (await namesTrash(tx, from.publishedRevisionId)))
		throw new Refusal('conflict', 'Something that this text needs is in the trash now. Restore it first.')
	if (from.publishedRevisionId) await dropTrashedNames(tx, from.publishedRevisionId)
	await changePublication(tx, article, stored(from))
	const detail = { undone: eventId, action: last.action, from: to, to: from }
	await audit(tx, viewer, DECISION_ACTIONS.undo, subject, detail)
}

const permissionOf = (action: string) => {
	const kind = (Object.keys(DECISION_ACTIONS) as DecisionKind[]).find(
		(each) => DECISION_ACTIONS[each] === action,
	)
	return kind ? permissionFor(kind) : 'write stories'
}

/** Whether the article has the values of an audit event, which are JSON. */
const holds = (article: Article, values: Partial<Article>): boolean =>
	Object.entries(values).every(([name, value]) =>
		isDeepStrictEqual(JSON.parse(JSON.stringify(article[name as keyof Article])), value),
	)

/** Values of an audit event as the table stores them. */
const stored = (values: Partial<Article>): Partial<Article> =>
	Object.fromEntries(
		Object.entries(values).map(([name, value]) => [
			name,
			articles[name as keyof Article].dataType === 'date' && value ? new Date(value as string) : value,
		]),
	)

const INSTEAD: Record<string, string> = {
	[DECISION_ACTIONS.publish]: 'To take the story off the site, withdraw it with a reason.',
	[DECISION_ACTIONS.schedule]: 'You find “Take back” under “Publishing”.',
	[DECISION_ACTIONS.withdraw]: 'The story can be published again.',
	[TRASH_ACTION]: 'The story can be restored from the trash.',
}

const tooLate = (action: string) =>
	new Refusal(
		'conflict',
		`A decision can be undone for ${UNDO_MS / 1000} seconds, and they are over. ${INSTEAD[action] ?? ''}`.trim(),
	)
