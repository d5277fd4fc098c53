import { and, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import { prepared, type Queryable, readDb, type Tx, write } from '@/db'
import { articles, revisions } from '@/db/schema'
import { dependsOn, expiresAt } from '@/lib/invalidation'
import { canonicalLanguage } from '@/lib/language-tag'
import { Refusal } from '@/lib/refusal'
import { slugSpellings } from '@/lib/slug'
import { decodeSafely } from '@/lib/urls'
import { audit } from '../audit'
import { authorize, type StaffViewer, type Viewer } from '../permissions'
import { siteSettings } from '../settings'
import { requireEditable } from './access'
import { changesOf } from './changes'
import type { StoryName } from './views'

type Article = typeof articles.$inferSelect

/** A story that says the same in another language. */
export type Translation = StoryName

/** Another story of the group, as the desk shows it. */
export type LinkedStory = StoryName & { id: number }

/** Language of a story: its own, or that of the site. */
export const languageOf = ({ language }: Pick<Article, 'language'>, site: { language: string }): string =>
	language ?? site.language

const membersOf = prepared(['group'], (on, { group }) =>
	on
		.select({ article: articles, headline: revisions.headline })
		.from(articles)
		.innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
		.where(and(eq(articles.translationGroup, group), isNotNull(articles.translationGroup)))
		.orderBy(articles.id),
)

/** The other live stories of an article's group. The page changes with each of them, also when one appears. */
export async function translationsOf(
	{ id, translationGroup: group }: Article,
	site: { language: string },
): Promise<Translation[]> {
	if (group === null) return []
	const members = (await membersOf(readDb(), { group })).filter(({ article }) => article.id !== id)
	const now = new Date()
	return members.flatMap(({ article, headline }) => {
		dependsOn(`article:${article.id}`)
		if (!article.publishAt || article.withdrawnAt || article.deletedAt) return []
		if (article.publishAt > now) {
			expiresAt(article.publishAt)
			return []
		}
		return [{ slug: article.slug, headline, language: languageOf(article, site) }]
	})
}

/** The other stories of a story's group, published or not. @throws Refusal */
export async function listLinkedStories(viewer: Viewer, articleId: number): Promise<LinkedStory[]> {
	authorize(viewer, 'write stories')
	const { translationGroup: group } = await requireEditable(readDb(), viewer, articleId)
	const site = await siteSettings()
	return group === null ? [] : linkedIn(readDb(), group, { except: articleId, site })
}

async function linkedIn(
	on: Queryable,
	group: number,
	{ except, site }: { except: number; site: { language: string } },
): Promise<LinkedStory[]> {
	const rows = await on
		.select({ article: articles, headline: revisions.headline })
		.from(articles)
		.innerJoin(revisions, eq(revisions.id, articles.headRevisionId))
		.where(and(eq(articles.translationGroup, group), ne(articles.id, except), isNull(articles.deletedAt)))
		.orderBy(articles.id)
	return rows.map(({ article, headline }) => ({
		id: article.id,
		slug: article.slug,
		headline,
		language: languageOf(article, site),
	}))
}

export type TypedLanguage = {
	/** A language tag; empty for that of the site. */
	language: string
	/** Address of a story of the group to join; empty for no group. */
	translationOf: string
}

/** Sets the language of a story, and links it to its translations. @throws Refusal */
export async function changeLanguage(viewer: Viewer, articleId: number, typed: TypedLanguage): Promise<void> {
	authorize(viewer, 'publish stories')
	const site = await siteSettings()
	const language = typed.language.trim() ? checkLanguage(typed.language.trim()) : null
	await write(async (tx) => {
		// A group has one story a language, whichever of its stories is changed.
		await tx.lock('translations', 'all')
		await tx.lock('article', articleId)
		const article = await requireEditable(tx, viewer, articleId)
		const other = typed.translationOf.trim()
			? await findOther(tx, viewer, article, typed.translationOf)
			: null
		const translationGroup = other && (other.translationGroup ?? other.id)
		if (translationGroup !== null)
			await requireOwnLanguage(tx, articleId, translationGroup, { language: language ?? site.language, site })
		const changes = changesOf(article, { language, translationGroup })
		if (Object.keys(changes.to).length === 0) return
		const groups = [article.translationGroup, translationGroup].filter((group) => group !== null)
		for (const group of groups)
			for (const { id } of await linkedIn(tx, group, { except: articleId, site })) tx.changed(`article:${id}`)
		if (other && other.translationGroup === null) {
			await tx.update(articles).set({ translationGroup }).where(eq(articles.id, other.id))
			tx.changed(`article:${other.id}`)
		}
		await tx.update(articles).set(changes.to).where(eq(articles.id, articleId))
		tx.changed(`article:${articleId}`)
		await audit(tx, viewer, 'change language', `article:${articleId}`, changes)
	})
}

function checkLanguage(typed: string): string {
	const tag = canonicalLanguage(typed)
	if (!tag) throw new Refusal('invalid', `“${typed}” is not a language tag; try fr or pt-BR.`, 'language')
	return tag
}

/** @throws Refusal `invalid` unless the address is that of another story which the viewer may edit */
async function findOther(tx: Tx, viewer: StaffViewer, article: Article, typed: string): Promise<Article> {
	const refuse = (message: string) => new Refusal('invalid', message, 'translationOf')
	const slug = slugIn(typed)
	for (const form of slugSpellings(slug)) {
		const [found] = await tx
			.select()
			.from(articles)
			.where(and(eq(articles.slug, form), isNull(articles.deletedAt)))
		if (!found) continue
		if (found.id === article.id) throw refuse('This is the address of the story itself.')
		return requireEditable(tx, viewer, found.id)
	}
	throw refuse(`There is no story at the address “${slug}”.`)
}

/** The last part of an address, such as `https://example.org/news/the-bridge`. */
const slugIn = (typed: string): string =>
	decodeSafely(
		typed
			.trim()
			.replace(/[?#].*$/, '')
			.replace(/\/+$/, '')
			.split('/')
			.at(-1) ?? '',
	)

async function requireOwnLanguage(
	tx: Tx,
	articleId: number,
	group: number,
	{ language, site }: { language: string; site: { language: string } },
): Promise<void> {
	const [other] = await tx.select().from(articles).where(eq(articles.id, group))
	const members = await linkedIn(tx, group, { except: articleId, site })
	// A story without a group yet is the first of its own.
	const languages = [
		...members.map((member) => member.language),
		...(other && other.id !== articleId && other.translationGroup === null ? [languageOf(other, site)] : []),
	]
	if (languages.includes(language))
		throw new Refusal(
			'invalid',
			`There is a story in ${language} among these translations already. Please give this one its own language.`,
			'language',
		)
}
