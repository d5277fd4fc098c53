import { and, eq, ne } from 'drizzle-orm'
import { isUniqueViolation, type Tx, write } from '@/db'
import { articles, goneAddresses, redirects } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import { freeNumberedSlug, slugify } from '@/lib/slug'
import { audit } from '../audit'
import { authorize, type StaffViewer, type Viewer } from '../permissions'
import { requireEditable } from './access'
import { wasPublic } from './publication'

/** `base`, or `base-2`, `base-3` …: one without a current or former story. */
export const uniqueSlug = (tx: Tx, base: string): Promise<string> =>
	freeNumberedSlug(base, async (slug) => {
		await tx.lock('article slug', slug)
		const [used] = await tx.select({ id: articles.id }).from(articles).where(eq(articles.slug, slug))
		const [once] = await tx.select({ slug: redirects.slug }).from(redirects).where(eq(redirects.slug, slug))
		return Boolean(used ?? once) || isGone(tx, slug)
	})

/** Changes the slug of a story. The old slug of a story that was public redirects to it. @throws Refusal */
export const changeSlug = (viewer: Viewer, articleId: number, typed: string): Promise<string> => {
	authorize(viewer, 'write stories')
	return write(async (tx) => {
		await tx.lock('article', articleId)
		return setSlug(tx, viewer, await requireEditable(tx, viewer, articleId), typed)
	})
}

/** `changeSlug` inside a transaction that has read the article. @returns the normalized slug @throws Refusal */
export async function setSlug(
	tx: Tx,
	viewer: StaffViewer,
	article: typeof articles.$inferSelect,
	typed: string,
): Promise<string> {
	if (typed === article.slug) return typed
	const slug = slugify(typed)
	if (!slug) throw new Refusal('invalid', 'The address needs at least one letter or number.', 'slug')
	if (article.slug === slug) return slug
	if (article.publishedRevisionId) authorize(viewer, 'publish stories')
	await tx.lock('article slug', slug)
	await requireUnusedSlug(tx, article.id, slug)
	await tx.delete(redirects).where(eq(redirects.slug, slug))
	if (wasPublic(article)) await tx.insert(redirects).values({ slug: article.slug, articleId: article.id })
	try {
		await tx.update(articles).set({ slug }).where(eq(articles.id, article.id))
	} catch (error) {
		if (isUniqueViolation(error, 'articles.slug')) throw slugTaken(slug)
		throw error
	}
	// Pages that link to the article render its card, so they hold its tag too.
	tx.changed(`article:${article.id}`)
	await audit(tx, viewer, 'change slug', `article:${article.id}`, { from: article.slug, to: slug })
	return slug
}

async function requireUnusedSlug(tx: Tx, articleId: number, slug: string): Promise<void> {
	const [once] = await tx
		.select({ slug: redirects.slug })
		.from(redirects)
		.where(and(eq(redirects.slug, slug), ne(redirects.articleId, articleId)))
	if (once || (await isGone(tx, slug))) throw slugTaken(slug)
}

/** Whether the slug was that of a withdrawn story that was deleted for ever. */
async function isGone(tx: Tx, slug: string): Promise<boolean> {
	const [gone] = await tx
		.select({ slug: goneAddresses.slug })
		.from(goneAddresses)
		.where(eq(goneAddresses.slug, slug))
	return gone !== undefined
}

const slugTaken = (slug: string) =>
	new Refusal(
		'conflict',
		`Another story has or had the address /news/${slug}. Please choose a different one.`,
		'slug',
	)
