import { inArray } from 'drizzle-orm'
import { readDb } from '@/db'
import { type articles, revisions } from '@/db/schema'
import { dependsOn } from '@/lib/invalidation'
import type { MachineAnswers } from '@/lib/machine-answers'
import { answersOfStory } from '../machines'
import { siteSettings } from '../settings'
import { articleView, findLiveRow, type NoArticle } from './find-article'
import { type PublicVersion, publicVersions } from './public-periods'
import { languageOf } from './translations'
import type { ArticleView, StoryName } from './views'

/** Versions per page of the public history. */
export const VERSIONS_PER_PAGE = 50

/** A text that readers saw. Numbers count from 1, the first published one, and never change. */
export type PublicVersionRow = Omit<PublicVersion, 'revisionId'> & { number: number; headline: string }

export type PublicHistory = StoryName & {
	kind: 'live'
	/** Answers in force to machines. */
	machines: MachineAnswers
	/** Newest first. */
	versions: PublicVersionRow[]
	total: number
	page: number
	pages: number
}

/** A version with its content; `current` is the number of the one that readers see. */
export type FoundVersion = {
	kind: 'live'
	slug: string
	total: number
	newer: PublicVersionRow & { article: ArticleView }
	/** The version to compare with; null for the first one. */
	older: (PublicVersionRow & { article: ArticleView }) | null
}

type Article = typeof articles.$inferSelect

/** Number of changes of a live story since readers first saw it. */
export async function countChanges(articleId: number): Promise<number> {
	dependsOn(`article:${articleId}`)
	return Math.max(0, (await publicVersions(articleId)).length - 1)
}

/** The published versions of a live story, or the reason for its absence. */
export async function findPublicHistory(slug: string, page = 1): Promise<PublicHistory | NoArticle> {
	const found = await findLiveRow(slug)
	if (found.kind !== 'live') return found
	const versions = await versionsOf(found.row, found.revisionId)
	const pages = Math.ceil(versions.length / VERSIONS_PER_PAGE)
	const current = Math.min(Math.max(1, page), pages)
	const start = (current - 1) * VERSIONS_PER_PAGE
	const shown = [...versions].reverse().slice(start, start + VERSIONS_PER_PAGE)
	const rows = await withHeadlines(shown)
	const site = await siteSettings()
	return {
		kind: 'live',
		slug: found.row.slug,
		language: languageOf(found.row, site),
		headline: (await headlinesOf([found.revisionId])).get(found.revisionId) ?? '',
		machines: answersOfStory(found.row, site),
		versions: rows,
		total: versions.length,
		page: current,
		pages,
	}
}

/**
 * A published version and the one to compare it with: `other`, or the one before it. Of two versions `newer` has the
 * greater number. @returns null for a number without a version
 */
export async function findPublicVersion(
	slug: string,
	number: number,
	other = number - 1,
): Promise<FoundVersion | NoArticle | null> {
	const found = await findLiveRow(slug)
	if (found.kind !== 'live') return found
	const { row, revisionId } = found
	const versions = await versionsOf(row, revisionId)
	const [low, high] = [Math.min(number, other), Math.max(number, other)]
	const [older, newer] = [versions[low - 1], versions[high - 1]]
	if (!newer || (low >= 1 && !older)) return null
	return {
		kind: 'live',
		slug: row.slug,
		total: versions.length,
		newer: await withArticle(row, newer),
		older: older && low !== high ? await withArticle(row, older) : null,
	}
}

/** Whether a live story has a published version of this number. */
export async function isPublicVersion(slug: string, number: number): Promise<boolean> {
	const found = await findLiveRow(slug)
	if (found.kind !== 'live') return false
	return (
		Number.isSafeInteger(number) &&
		number >= 1 &&
		number <= (await versionsOf(found.row, found.revisionId)).length
	)
}

type Numbered = PublicVersion & { number: number }

/** The versions of a live story, oldest first; the first one has the publication date that the page prints. */
async function versionsOf(article: Article, publishedRevisionId: number): Promise<Numbered[]> {
	const versions = await publicVersions(article.id)
	const last = versions.at(-1)
	const from = article.updatedAt ?? article.publishAt ?? new Date()
	// A story from before the audit events has its published text alone.
	if (last?.revisionId !== publishedRevisionId) {
		if (last) last.until ??= from
		versions.push({ revisionId: publishedRevisionId, from, until: null, minor: false })
	}
	return versions.map((version, index) => {
		const isDated = index === 0 && article.publishAt !== null && article.publishAt < version.from
		return { ...version, from: isDated ? (article.publishAt as Date) : version.from, number: index + 1 }
	})
}

async function headlinesOf(ids: number[]): Promise<Map<number, string>> {
	const rows = await readDb()
		.select({ id: revisions.id, headline: revisions.headline })
		.from(revisions)
		.where(inArray(revisions.id, ids))
	return new Map(rows.map(({ id, headline }) => [id, headline]))
}

async function withHeadlines(versions: Numbered[]): Promise<PublicVersionRow[]> {
	const headlines = await headlinesOf(versions.map(({ revisionId }) => revisionId))
	return versions.map(({ revisionId, ...version }) => ({
		...version,
		headline: headlines.get(revisionId) ?? '',
	}))
}

async function withArticle(article: Article, { revisionId, ...version }: Numbered) {
	const view = await articleView(article, revisionId)
	return { ...version, headline: view.headline, article: view }
}
