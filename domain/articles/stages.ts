import { and, desc, eq } from 'drizzle-orm'
import type { Tx } from '@/db'
import { articles, auditEvents, people } from '@/db/schema'
import { audit } from '../audit'
import { can, type StaffViewer } from '../permissions'
import { DECISION_ACTIONS, type Decision, STAGE_AFTER } from './decision'
import { insertNote } from './notes'
import { publicationOf } from './publication'

type Article = typeof articles.$inferSelect

/**
 * Stage and assignee after a decision on the stage. A submitted story waits for any editor unless one is
 * assigned; a returned one waits for its submitter. @throws Refusal for a return without a note
 */
export async function stageAfter(
	tx: Tx,
	viewer: StaffViewer,
	article: Article,
	decision: Decision,
): Promise<Partial<Article>> {
	const stage = STAGE_AFTER[decision.kind]
	if (decision.kind === 'submit') return { stage, assignedTo: await editorAssigned(tx, article.assignedTo) }
	if (decision.kind !== 'return') return { stage }
	await insertNote(tx, viewer, article.id, decision.note, 'returnNote')
	return { stage, assignedTo: (await submitterOf(tx, article.id)) ?? article.createdBy }
}

async function editorAssigned(tx: Tx, personId: string | null): Promise<string | null> {
	if (!personId) return null
	const [person] = await tx.select().from(people).where(eq(people.id, personId))
	return person && can({ person, readerId: null }, 'publish stories') ? personId : null
}

async function submitterOf(tx: Tx, articleId: number): Promise<string | null> {
	const [event] = await tx
		.select({ personId: auditEvents.personId })
		.from(auditEvents)
		.innerJoin(people, eq(people.id, auditEvents.personId))
		.where(
			and(eq(auditEvents.subject, `article:${articleId}`), eq(auditEvents.action, DECISION_ACTIONS.submit)),
		)
		.orderBy(desc(auditEvents.id))
		.limit(1)
	return event?.personId ?? null
}

/**
 * Puts an approved story back into review after a change by a person without permission to approve it, so
 * that the published text is the approved one.
 */
export async function dropApproval(
	tx: Tx,
	viewer: StaffViewer,
	article: Article,
	revisionId: number,
): Promise<void> {
	if (publicationOf(article).state !== 'approved' || can(viewer, 'publish stories')) return
	const values = { stage: 'in review' } as const
	await tx.update(articles).set(values).where(eq(articles.id, article.id))
	const changes = { from: { stage: article.stage }, to: values }
	await audit(tx, viewer, 'drop approval', `article:${article.id}`, { revisionId, ...changes })
}
