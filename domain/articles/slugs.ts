import { and, eq, ne } from 'drizzle-orm'
import { isTaken } from '@/db/conflicts'
import { articles, redirects } from '@/db/schema'
import { type Tx, write } from '@/db/write'
import { Refusal } from '@/lib/refusal'
import { SLUG_LENGTH_MAX, slugOf } from '@/lib/slug'
import { audit } from '../audit'
import { demand, type Viewer } from '../permissions'
import { demandMine } from './access'

/** `base`, or `base-2`, `base-3` …: the first that no story has or ever had. */
export async function freeSlug(tx: Tx, base: string): Promise<string> {
	for (let number = 1; ; number += 1) {
		const ending = number === 1 ? '' : `-${number}`
		const slug = base.slice(0, SLUG_LENGTH_MAX - ending.length) + ending
		const [used] = await tx.select({ id: articles.id }).from(articles).where(eq(articles.slug, slug))
		const [once] = await tx.select({ slug: redirects.slug }).from(redirects).where(eq(redirects.slug, slug))
		if (!used && !once) return slug
	}
}

/** Gives a story a new address. Once readers may know the old one, it goes on leading here. */
export async function changeSlug(viewer: Viewer, articleId: number, wish: string): Promise<string> {
	demand(viewer, 'write stories')
	const slug = slugOf(wish)
	if (!slug) throw new Refusal('invalid', 'The address needs at least one letter or number.', 'slug')
	await write(async (tx) => {
		const article = await demandMine(tx, viewer, articleId)
		if (article.slug === slug) return
		if (article.publishedRevisionId) demand(viewer, 'publish stories')
		await demandUnused(tx, articleId, slug)
		await tx.delete(redirects).where(eq(redirects.slug, slug))
		const isPublic = article.publishAt !== null && article.publishAt <= new Date()
		if (isPublic) await tx.insert(redirects).values({ slug: article.slug, articleId })
		try {
			await tx.update(articles).set({ slug }).where(eq(articles.id, articleId))
		} catch (error) {
			if (isTaken(error, 'articles.slug')) throw slugTaken(slug)
			throw error
		}
		// Pages that link to it list it by its card, so they hold its tag as well.
		tx.changed(`article:${articleId}`)
		await audit(tx, viewer, 'change slug', `article:${articleId}`, { from: article.slug, to: slug })
	})
	return slug
}

async function demandUnused(tx: Tx, articleId: number, slug: string): Promise<void> {
	const [once] = await tx
		.select({ slug: redirects.slug })
		.from(redirects)
		.where(and(eq(redirects.slug, slug), ne(redirects.articleId, articleId)))
	if (once) throw slugTaken(slug)
}

const slugTaken = (slug: string) =>
	new Refusal(
		'conflict',
		`Another story has or had the address /news/${slug}. Please choose a different one.`,
		'slug',
	)
