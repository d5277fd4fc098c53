import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { type Queryable, readDb, write } from '@/db'
import { articles } from '@/db/schema'
import { env } from '@/lib/env'
import { dependsOn, expiresAt } from '@/lib/invalidation'
import {
	type Licence,
	type MachineAnswer,
	type MachineAnswers,
	type MachinePolicy,
	type MachineUse,
	overAnswers,
	permits,
	type StoryAnswers,
	sameAnswers,
	withinLicence,
} from '@/lib/machine-answers'
import { Refusal } from '@/lib/refusal'
import { absoluteUrl } from '@/lib/site-url'
import { encodeLocation } from '@/lib/urls'
import { requireEditable } from './articles/access'
import { changesOf } from './articles/changes'
import { audit } from './audit'
import { authorize, type Viewer } from './permissions'
import type { SiteSettings } from './setting-defaults'
import { siteSettings } from './settings'

/** A story's own answers; null means the site's. */
export type OwnAnswers = Readonly<Record<MachineUse, MachineAnswer | null>>

type AnswerColumns = Pick<
	typeof articles.$inferSelect,
	'machinesSearch' | 'machinesAnswers' | 'machinesTraining'
>

export const ownAnswers = (row: AnswerColumns): OwnAnswers => ({
	search: row.machinesSearch,
	answers: row.machinesAnswers,
	training: row.machinesTraining,
})

/** The site's answers and licence, without its stories. */
export type SitePolicy = Omit<MachinePolicy, 'stories' | 'sitemaps'>

export function sitePolicy(settings: SiteSettings): SitePolicy {
	const licence = licenceOf(settings)
	return {
		siteUrl: env.siteUrl,
		publisher: settings.orgLegalName || settings.siteName,
		site: withinLicence(typedAnswers(settings), licence),
		licence,
	}
}

/** The answers in force for a story. */
export const answersOfStory = (row: AnswerColumns, settings: SiteSettings): MachineAnswers =>
	withinLicence(overAnswers(typedAnswers(settings), ownAnswers(row)), licenceOf(settings))

/** Whether search engines may list a story. */
export const isSearchable = (row: AnswerColumns, settings: SiteSettings): boolean =>
	permits(answersOfStory(row, settings), 'search')

export const typedAnswers = (settings: SiteSettings): MachineAnswers => ({
	search: settings.machinesSearch,
	answers: settings.machinesAnswers,
	training: settings.machinesTraining,
})

/** Null without a page of terms and a contact: nobody could obtain it. */
export function licenceOf(settings: SiteSettings): Licence | null {
	const { licenceTermsUrl, licenceContact, licencePayment } = settings
	if (!licenceTermsUrl && !licenceContact) return null
	return { termsUrl: absoluteUrl(licenceTermsUrl), contact: licenceContact, payment: licencePayment }
}

/** The one value from which everything for machines is written. */
export async function machinePolicy(sitemaps: readonly string[] = []): Promise<MachinePolicy> {
	const settings = await siteSettings()
	const policy = sitePolicy(settings)
	const stories = await storiesWithAnswers(settings)
	return { ...policy, sitemaps, stories: stories.filter(({ answers }) => !sameAnswers(answers, policy.site)) }
}

const hasAnswers = sql`coalesce(${articles.machinesSearch}, ${articles.machinesAnswers}, ${articles.machinesTraining}) is not null`

/** Live stories with a choice of their own; the page expires when the next of them appears. */
async function storiesWithAnswers(settings: SiteSettings): Promise<StoryAnswers[]> {
	dependsOn('machines')
	const rows = await readDb().select().from(articles).where(hasAnswers).orderBy(articles.id)
	const now = new Date()
	return rows.flatMap((row) => {
		dependsOn(`article:${row.id}`)
		if (!row.publishedRevisionId || !row.publishAt || row.withdrawnAt || row.deletedAt) return []
		if (row.publishAt > now) {
			expiresAt(row.publishAt)
			return []
		}
		return [{ id: row.id, path: storyPath(row.slug), answers: answersOfStory(row, settings) }]
	})
}

const storyPath = (slug: string): string => encodeLocation(`/news/${slug}`)

/** RFC 9309 lets crawlers ignore a robots.txt behind its first 500 KiB; the rest of the file takes 20. */
const STORIES_BYTES_MAX = 480 * 1024
/** Each group of crawlers repeats the patterns of a story: copies of its path, and bytes of the lines around them. */
export const PATH_COPIES = 40
export const RULES_BYTES = 4_000

/** @throws Refusal `invalid` if robots.txt has no room for another story */
async function requireRoom(tx: Queryable, articleId: number, slug: string): Promise<void> {
	const others = await tx
		.select({ slug: articles.slug })
		.from(articles)
		.where(and(hasAnswers, isNull(articles.deletedAt), ne(articles.id, articleId)))
	const bytes = [...others, { slug }].reduce(
		(sum, story) => sum + storyPath(story.slug).length * PATH_COPIES + RULES_BYTES,
		0,
	)
	if (bytes > STORIES_BYTES_MAX)
		throw new Refusal(
			'invalid',
			`${others.length} stories have answers of their own, and robots.txt has no room for more. Please change the answer of the site, or that of an older story.`,
			'search',
		)
}

/** Sets a story's own answers. @throws Refusal */
export async function changeMachineAnswers(
	viewer: Viewer,
	articleId: number,
	own: OwnAnswers,
): Promise<void> {
	authorize(viewer, 'publish stories')
	const settings = await siteSettings()
	const licensed = (['search', 'answers', 'training'] as const).find((use) => own[use] === 'licence')
	if (licensed && !licenceOf(settings))
		throw new Refusal(
			'invalid',
			'The site has no licence yet; it is set under “Settings: Search and AI”.',
			licensed,
		)
	await write(async (tx) => {
		await tx.lock('article', articleId)
		const article = await requireEditable(tx, viewer, articleId)
		const changes = changesOf(article, {
			machinesSearch: own.search,
			machinesAnswers: own.answers,
			machinesTraining: own.training,
		})
		if (Object.keys(changes.to).length === 0) return
		if (own.search || own.answers || own.training) await requireRoom(tx, articleId, article.slug)
		await tx.update(articles).set(changes.to).where(eq(articles.id, articleId))
		tx.changed(`article:${articleId}`, 'machines')
		await audit(tx, viewer, 'change answers to machines', `article:${articleId}`, changes)
	})
}
