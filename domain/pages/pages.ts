import { asc, eq, max } from 'drizzle-orm'
import { readDb, type Tx, write } from '@/db'
import { pageRevisions, pages, people } from '@/db/schema'
import { isVisible, oneLine } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'
import { slugify } from '@/lib/slug'
import { audit } from '../audit'
import type { BodyDocument } from '../body/document'
import { parseMarkdown, toMarkdown } from '../body/markdown'
import { authorize, type StaffViewer, type Viewer } from '../permissions'
import { requirePublishable } from './publishable'
import { RESERVED_SLUGS } from './reserved'
import { STARTERS } from './starters'

export type PageFields = { title: string; body: BodyDocument }

/** A page at the desk, with its newest text. */
export type PageDraft = PageFields & {
	id: number
	slug: string
	headRevisionId: number
	publishedRevisionId: number | null
	savedAt: Date
	savedBy: string | null
}

/** In characters; menus show titles in a row. */
export const PAGE_TITLE_LENGTH_MAX = 80

const drafts = () =>
	readDb()
		.select({
			id: pages.id,
			slug: pages.slug,
			publishedRevisionId: pages.publishedRevisionId,
			headRevisionId: pageRevisions.id,
			title: pageRevisions.title,
			body: pageRevisions.body,
			savedAt: pageRevisions.savedAt,
			savedBy: people.name,
		})
		.from(pages)
		.innerJoin(pageRevisions, eq(pageRevisions.id, pages.headRevisionId))
		.leftJoin(people, eq(people.id, pageRevisions.savedBy))

export async function listPages(viewer: Viewer): Promise<PageDraft[]> {
	authorize(viewer, 'edit pages')
	const rows = await drafts().orderBy(asc(pages.position), asc(pages.id))
	return rows.map((row) => ({ ...row, body: row.body as BodyDocument }))
}

/** @throws Refusal `not-found` */
export async function findPage(viewer: Viewer, id: number): Promise<PageDraft> {
	authorize(viewer, 'edit pages')
	const [row] = await drafts().where(eq(pages.id, id))
	if (!row) throw gone()
	return { ...row, body: row.body as BodyDocument }
}

const gone = () => new Refusal('not-found', 'This page is no longer there.')

/**
 * Starts a page that readers do not see yet. Its address stays as it is. An empty slug is derived from the title.
 *
 * @throws Refusal `forbidden`, `invalid` or `conflict` naming the field
 */
export async function startPage(viewer: Viewer, input: PageFields & { slug: string }): Promise<number> {
	authorize(viewer, 'edit pages')
	const title = checkTitle(input.title)
	const slug = slugify(isVisible(input.slug) ? input.slug : title)
	if (!slug) throw new Refusal('invalid', 'The address needs at least one letter or number.', 'slug')
	if (RESERVED_SLUGS.includes(slug))
		throw new Refusal('conflict', `The site itself uses the address /${slug}. Please choose another.`, 'slug')
	return write(async (tx) => {
		await tx.lock('page slug', slug)
		const [other] = await tx.select({ id: pages.id }).from(pages).where(eq(pages.slug, slug))
		if (other)
			throw new Refusal('conflict', `Another page has the address /${slug}. Please choose another.`, 'slug')
		const [last] = await tx.select({ position: max(pages.position) }).from(pages)
		const [page] = await tx
			.insert(pages)
			.values({ slug, position: (last?.position ?? -1) + 1 })
			.returning({ id: pages.id })
		if (!page) throw new Error('The page was not stored.')
		await insertRevision(tx, viewer, page.id, { title, body: input.body })
		await audit(tx, viewer, 'start page', `page:${page.id}`, { title, slug })
		return page.id
	})
}

/** Starts a page of headings and questions. @throws Refusal `conflict` if its address is taken */
export async function startFromStarter(viewer: Viewer, slug: string): Promise<number> {
	const starter = STARTERS.find((each) => each.slug === slug)
	if (!starter) throw new Refusal('not-found', 'There is no such page to begin with.')
	return startPage(viewer, { slug, title: starter.title, body: parseMarkdown(starter.text) })
}

export type PageDecision = 'publish' | 'unpublish' | null
export type PageSave =
	| { kind: 'saved'; revisionId: number }
	/** A newer save exists; the save wrote no rows. */
	| { kind: 'stale' }

/**
 * Saves a page on top of the revision that the form was opened with, and publishes exactly that text, or
 * hides the page. An unchanged text makes no revision.
 *
 * @throws Refusal for an invalid field, or for a page that cannot be published; the transaction is rolled
 * back
 */
export async function savePage(
	viewer: Viewer,
	id: number,
	baseRevisionId: number,
	input: PageFields,
	decision: PageDecision = null,
): Promise<PageSave> {
	authorize(viewer, 'edit pages')
	const fields = { title: checkTitle(input.title), body: input.body }
	return write(async (tx) => {
		await tx.lock('page', id)
		const [page] = await tx.select().from(pages).where(eq(pages.id, id))
		if (!page) throw gone()
		if (page.headRevisionId !== baseRevisionId) return { kind: 'stale' }
		const [head] = await tx.select().from(pageRevisions).where(eq(pageRevisions.id, baseRevisionId))
		const changed = !head || !samePage(fields, { title: head.title, body: head.body as BodyDocument })
		const revisionId = changed ? await insertRevision(tx, viewer, id, fields) : baseRevisionId
		if (changed) await audit(tx, viewer, 'save page', `page:${id}`, { revisionId })
		if (decision) await decide(tx, viewer, page, { revisionId, fields, decision })
		return { kind: 'saved', revisionId }
	})
}

type Decided = { revisionId: number; fields: PageFields; decision: 'publish' | 'unpublish' }

async function decide(
	tx: Tx,
	viewer: StaffViewer,
	page: typeof pages.$inferSelect,
	{ revisionId, fields, decision }: Decided,
): Promise<void> {
	if (decision === 'publish') await requirePublishable(tx, fields)
	const publishedRevisionId = decision === 'publish' ? revisionId : null
	if (page.publishedRevisionId === publishedRevisionId) return
	tx.changed('pages')
	await tx.update(pages).set({ publishedRevisionId }).where(eq(pages.id, page.id))
	await audit(tx, viewer, decision === 'publish' ? 'publish page' : 'unpublish page', `page:${page.id}`, {
		from: { publishedRevisionId: page.publishedRevisionId },
		to: { publishedRevisionId },
	})
}

const samePage = (one: PageFields, other: PageFields): boolean =>
	one.title === other.title && toMarkdown(one.body) === toMarkdown(other.body)

async function insertRevision(
	tx: Tx,
	viewer: StaffViewer,
	pageId: number,
	{ title, body }: PageFields,
): Promise<number> {
	const [row] = await tx
		.insert(pageRevisions)
		.values({ pageId, title, body, savedBy: viewer.person.id })
		.returning({ id: pageRevisions.id })
	if (!row) throw new Error('The page was not stored.')
	await tx.update(pages).set({ headRevisionId: row.id }).where(eq(pages.id, pageId))
	return row.id
}

function checkTitle(typed: string): string {
	const title = oneLine(typed)
	if (!title) throw new Refusal('invalid', 'Please give the page a title.', 'title')
	if (title.length > PAGE_TITLE_LENGTH_MAX)
		throw new Refusal('invalid', `Please keep the title under ${PAGE_TITLE_LENGTH_MAX} characters.`, 'title')
	return title
}
