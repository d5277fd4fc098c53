import { and, desc, eq, isNotNull, lt } from 'drizzle-orm'
import { readDb, type Tx, write } from '@/db'
import { articles, auditEvents, goneAddresses, people, redirects, revisions } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import { RETENTION } from '@/lib/retention'
import { audit } from '../audit'
import { ANONYMOUS, authorize, can, type StaffViewer, type Viewer } from '../permissions'
import { indexStory } from '../search/index-story'
import type { TrashedItem } from '../trash/trash'
import { requireEditable, requireTrashed } from './access'
import { changesOf } from './changes'
import { isStage, publicationOf, wasPublic } from './publication'
import { TRASH_ACTION, undoDecision } from './undo'

type Article = typeof articles.$inferSelect

export const TRASH_DAYS = RETENTION.trashDays
const DAY_MS = 86_400_000
/** Stories deleted by one run of housekeeping, so that its transaction stays short. */
const EMPTIED_AT_ONCE = 50

/** The reason against moving a story to the trash; null without one. */
function whyNotTrash(viewer: Viewer, article: Article): string | null {
	const { state } = publicationOf(article)
	if (state === 'live') return 'Readers can see this story. Withdraw it with a reason first.'
	if (state === 'scheduled') return 'This story is scheduled. Take it back to draft first.'
	if (can(viewer, 'edit any story')) return null
	if (article.createdBy !== viewer.person?.id)
		return 'An editor can move it to the trash; you did not start it.'
	if (state === 'draft') return null
	return isStage(state)
		? 'Take it back to draft first.'
		: 'Readers have seen this story; an editor can delete it.'
}

/** @throws Refusal `not-found` as `findStory` */
export async function findWhyNotTrash(viewer: StaffViewer, articleId: number): Promise<string | null> {
	return whyNotTrash(viewer, await requireEditable(readDb(), viewer, articleId))
}

/** Moves a story to the trash for 30 days. A withdrawn one keeps its address. @throws Refusal */
export async function trashStory(viewer: Viewer, articleId: number, batch?: string): Promise<void> {
	authorize(viewer, 'write stories')
	await write(async (tx) => {
		await tx.lock('article', articleId)
		const article = await requireEditable(tx, viewer, articleId)
		const reason = whyNotTrash(viewer, article)
		if (reason) throw new Refusal('conflict', reason)
		const values = { deletedAt: new Date(), deletedBy: viewer.person.id }
		await tx.update(articles).set(values).where(eq(articles.id, articleId))
		await indexStory(tx, articleId)
		const detail = { ...(batch && { batch }), ...changesOf(article, values) }
		await audit(tx, viewer, TRASH_ACTION, `article:${articleId}`, detail)
	})
}

/** @throws Refusal */
export async function restoreFromTrash(viewer: Viewer, articleId: number): Promise<void> {
	authorize(viewer, 'write stories')
	await write(async (tx) => {
		await tx.lock('article', articleId)
		const article = await requireTrashed(tx, viewer, articleId)
		const values = { deletedAt: null, deletedBy: null }
		await tx.update(articles).set(values).where(eq(articles.id, articleId))
		await indexStory(tx, articleId)
		await audit(tx, viewer, 'restore story', `article:${articleId}`, changesOf(article, values))
	})
}

/** Takes a story out of the trash within the time of an undo. @throws Refusal */
export async function undoTrash(viewer: Viewer, eventId: number): Promise<void> {
	authorize(viewer, 'write stories')
	await write(async (tx) => {
		const [event] = await tx.select().from(auditEvents).where(eq(auditEvents.id, eventId))
		const articleId = Number(/^article:(\d+)$/.exec(event?.subject ?? '')?.[1])
		if (!articleId) throw new Refusal('conflict', 'There is nothing to undo.')
		await tx.lock('article', articleId)
		await undoDecision(tx, viewer, await requireTrashed(tx, viewer, articleId), eventId)
	})
}

/** Deletes a story of the trash with its versions, notes, votes and comments. @throws Refusal */
export async function deleteForEver(viewer: Viewer, articleId: number): Promise<void> {
	authorize(viewer, 'empty the trash')
	await write(async (tx) => {
		await tx.lock('article', articleId)
		await erase(tx, viewer, await requireTrashed(tx, viewer, articleId))
	})
}

/** Deletes stories after 30 days in the trash. */
export async function emptyTrash(tx: Tx, now: Date): Promise<void> {
	const due = await tx
		.select()
		.from(articles)
		.where(
			and(
				isNotNull(articles.deletedAt),
				lt(articles.deletedAt, new Date(now.getTime() - TRASH_DAYS * DAY_MS)),
			),
		)
		.orderBy(articles.deletedAt)
		.limit(EMPTIED_AT_ONCE)
	for (const article of due) await erase(tx, ANONYMOUS, article)
}

async function erase(tx: Tx, viewer: Viewer, article: Article): Promise<void> {
	const { id, slug, publishedRevisionId, headRevisionId } = article
	const [text] = await tx
		.select({ headline: revisions.headline })
		.from(revisions)
		.where(eq(revisions.id, publishedRevisionId ?? headRevisionId ?? 0))
	const headline = text?.headline ?? ''
	if (wasPublic(article)) await keepAddresses(tx, article, headline)
	// The two tables refer to each other.
	const values = { headRevisionId: null, publishedRevisionId: null, publishAt: null }
	await tx
		.update(articles)
		.set({ ...values, withdrawnAt: null, withdrawalReason: null })
		.where(eq(articles.id, id))
	await tx.delete(articles).where(eq(articles.id, id))
	tx.changed(`article:${id}`, 'corrections')
	await audit(tx, viewer, 'delete story for ever', `article:${id}`, { slug, headline })
}

/** The addresses of a withdrawn story keep answering 410 with its reason, and are given to no other story. */
async function keepAddresses(tx: Tx, article: Article, headline: string): Promise<void> {
	const former = await tx.select().from(redirects).where(eq(redirects.articleId, article.id))
	const told = {
		headline,
		reason: article.withdrawalReason ?? '',
		withdrawnAt: article.withdrawnAt ?? new Date(),
	}
	const rows = [article, ...former].map(({ slug }) => ({ slug, ...told }))
	await tx.insert(goneAddresses).values(rows).onConflictDoNothing()
}

/** Stories in the trash, last removed first: all for editors, their own for contributors. */
export async function listTrashedStories(viewer: StaffViewer, limit: number): Promise<TrashedItem[]> {
	authorize(viewer, 'write stories')
	const own = can(viewer, 'edit any story') ? undefined : eq(articles.createdBy, viewer.person.id)
	const rows = await readDb()
		.select({ article: articles, headline: revisions.headline, deletedBy: people.name })
		.from(articles)
		.innerJoin(revisions, eq(revisions.id, articles.headRevisionId))
		.leftJoin(people, eq(people.id, articles.deletedBy))
		.where(and(isNotNull(articles.deletedAt), own))
		.orderBy(desc(articles.deletedAt), desc(articles.id))
		.limit(limit)
	return rows.map(({ article, headline, deletedBy }) => {
		const trashedAt = article.deletedAt ?? new Date()
		return {
			key: `story:${article.id}`,
			kind: 'story',
			name: headline,
			wasPublic: wasPublic(article),
			trashedAt,
			trashedBy: deletedBy,
			until: new Date(trashedAt.getTime() + TRASH_DAYS * DAY_MS),
		}
	})
}
