import { newsSitemap, type SitemapEntry, sitemap, sitemapIndex } from '@/components/sitemap/sitemap'
import { sitePolicy } from '@/domain/machines'
import { siteSettings } from '@/domain/settings'
import { authorSlugs, fixedPages, seriesSlugs, tagBlocks, tagsOfBlock } from '@/domain/sitemap/lists'
import {
	newsStories,
	type SitemapPhoto,
	type StoryBlock,
	storiesOfBlock,
	storyBlocks,
} from '@/domain/sitemap/stories'
import { namedError } from '@/lib/error-words'
import { hreflangs } from '@/lib/hreflang'
import { permits } from '@/lib/machine-answers'
import { photoPath } from '@/lib/photo-paths'
import type { ResponseOverride } from '@/lib/request-context'
import { absoluteUrl } from '@/lib/site-url'
import type { FileRoute, RenderedFile } from '@/server/rendered-files'

/** Sitemaps that robots.txt names: engines for news ask for theirs by its address. */
export const SITEMAP_PATHS = ['/sitemap.xml', '/sitemap-news.xml']

/** Pages of each site. */
const SITE_PAGES = [
	'/',
	'/archive',
	'/series',
	'/most',
	'/comments',
	'/comments/respected',
	'/moods',
	'/corrections',
	'/follow',
	'/transparency',
	'/stored-data',
	'/accessibility',
]

/** The parts lie beside the index: by the protocol a sitemap lists addresses of its own folder. */
export const SITEMAP_ROUTES: FileRoute[] = [
	{ path: /^\/sitemap\.xml$/, render: async () => part(await indexEntries(), sitemapIndex) },
	{ path: /^\/sitemap-pages\.xml$/, render: async () => part(await pageEntries()) },
	{ path: /^\/sitemap-people\.xml$/, render: async () => part(await authorEntries()) },
	{ path: /^\/sitemap-news\.xml$/, render: async () => file(await news()) },
	{
		path: /^\/sitemap-stories-([1-9]\d{0,8})\.xml$/,
		render: async ([block]) => part(await storyEntries(Number(block))),
	},
	{
		path: /^\/sitemap-tags-([1-9]\d{0,8})\.xml$/,
		render: async ([block]) => part(await tagEntries(Number(block))),
	},
]

const file = (text: string): RenderedFile => ({ type: 'application/xml; charset=utf-8', text })

/** A part without addresses is not in the index, and does not exist. */
const part = (entries: SitemapEntry[], write = sitemap): RenderedFile | ResponseOverride =>
	entries.length > 0 ? file(write(entries)) : NO_PART

const NO_PART = namedError(404, 'noSitemap')

async function indexEntries(): Promise<SitemapEntry[]> {
	const named = (name: string, changedAt?: Date): SitemapEntry => ({
		url: absoluteUrl(`/sitemap-${name}.xml`),
		changedAt,
	})
	const stories = await storyBlocks()
	const hasStories = stories.length > 0
	const lists = (await areListsSearchable())
		? [
				named('pages'),
				...(hasStories ? [named('people')] : []),
				...(await tagBlocks()).map((block) => named(`tags-${block}`)),
			]
		: []
	return [
		...(hasStories ? [named('news')] : []),
		...lists,
		...stories.map(({ block, changedAt }: StoryBlock) => named(`stories-${block}`, changedAt)),
	]
}

/** Whether search engines may list pages other than stories, which have answers of their own. */
const areListsSearchable = async (): Promise<boolean> =>
	permits(sitePolicy(await siteSettings()).site, 'search')

async function pageEntries(): Promise<SitemapEntry[]> {
	if (!(await areListsSearchable())) return []
	const { sections, pages } = await fixedPages()
	const series = await seriesSlugs()
	return [
		...SITE_PAGES.map((path) => ({ url: absoluteUrl(path) })),
		...sections.map(({ slug }) => ({ url: absoluteUrl(`/sections/${slug}`) })),
		...series.map((slug) => ({ url: absoluteUrl(`/series/${slug}`) })),
		...pages.map(({ slug, changedAt }) => ({ url: absoluteUrl(`/${slug}`), changedAt })),
	]
}

async function authorEntries(): Promise<SitemapEntry[]> {
	if (!(await areListsSearchable())) return []
	return (await authorSlugs()).map((slug) => ({ url: absoluteUrl(`/people/${slug}`) }))
}

async function tagEntries(block: number): Promise<SitemapEntry[]> {
	if (!(await areListsSearchable())) return []
	return (await tagsOfBlock(block)).map((slug) => ({ url: absoluteUrl(`/tags/${slug}`) }))
}

async function storyEntries(block: number): Promise<SitemapEntry[]> {
	const site = await siteSettings()
	return (await storiesOfBlock(block)).map(({ slug, changedAt, photos, language, translations }) => {
		const path = `/news/${slug}`
		return {
			url: absoluteUrl(path),
			changedAt,
			images: photos.map(largestJpeg),
			alternates: withSite(hreflangs({ language, path }, translations, site)),
		}
	})
}

const withSite = (paths: Record<string, string>): Record<string, string> =>
	Object.fromEntries(Object.entries(paths).map(([language, path]) => [language, absoluteUrl(path)]))

const largestJpeg = ({ hash, widths, width }: SitemapPhoto): string =>
	absoluteUrl(photoPath(hash, widths.at(-1) ?? width, 'jpg'))

async function news(): Promise<string> {
	const { siteName, language } = await siteSettings()
	const stories = await newsStories()
	return newsSitemap(
		{ name: siteName, language },
		stories.map(({ slug, headline, publishedAt }) => ({
			url: absoluteUrl(`/news/${slug}`),
			title: headline,
			publishedAt,
		})),
	)
}
