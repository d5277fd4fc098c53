import { newsSitemap, type SitemapEntry, sitemap, sitemapIndex } from '@/components/sitemap/sitemap'
import { siteSettings } from '@/domain/settings'
import { authorSlugs, fixedPages, tagBlocks, tagsOfBlock } from '@/domain/sitemap/lists'
import {
	newsStories,
	type SitemapPhoto,
	type StoryBlock,
	storiesOfBlock,
	storyBlocks,
} from '@/domain/sitemap/stories'
import { photoPath } from '@/lib/photo-paths'
import type { ResponseOverride } from '@/lib/request-context'
import { absoluteUrl } from '@/lib/site-url'
import type { FileRoute, RenderedFile } from '@/server/rendered-files'

/** The parts lie beside the index: by the protocol a sitemap lists addresses of its own folder. */
export const SITEMAP_ROUTES: FileRoute[] = [
	{ path: /^\/sitemap\.xml$/, render: async () => file(sitemapIndex(await indexEntries())) },
	{ path: /^\/sitemap-pages\.xml$/, render: async () => file(sitemap(await pageEntries())) },
	{ path: /^\/sitemap-people\.xml$/, render: async () => file(sitemap(await authorEntries())) },
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
const part = (entries: SitemapEntry[]): RenderedFile | ResponseOverride =>
	entries.length > 0 ? file(sitemap(entries)) : NO_PART

const NO_PART: ResponseOverride = {
	kind: 'error',
	status: 404,
	title: 'There is no such part of the sitemap',
	detail: 'The list of all parts is at /sitemap.xml.',
}

async function indexEntries(): Promise<SitemapEntry[]> {
	const named = (name: string, changedAt?: Date): SitemapEntry => ({
		url: absoluteUrl(`/sitemap-${name}.xml`),
		changedAt,
	})
	const stories = await storyBlocks()
	const hasStories = stories.length > 0
	return [
		...(hasStories ? [named('news')] : []),
		named('pages'),
		...(hasStories ? [named('people')] : []),
		...(await tagBlocks()).map((block) => named(`tags-${block}`)),
		...stories.map(({ block, changedAt }: StoryBlock) => named(`stories-${block}`, changedAt)),
	]
}

async function pageEntries(): Promise<SitemapEntry[]> {
	const { sections, pages } = await fixedPages()
	return [
		...['/', '/corrections', '/follow'].map((path) => ({ url: absoluteUrl(path) })),
		...sections.map(({ slug }) => ({ url: absoluteUrl(`/sections/${slug}`) })),
		...pages.map(({ slug, changedAt }) => ({ url: absoluteUrl(`/${slug}`), changedAt })),
	]
}

const authorEntries = async (): Promise<SitemapEntry[]> =>
	(await authorSlugs()).map((slug) => ({ url: absoluteUrl(`/people/${slug}`) }))

const tagEntries = async (block: number): Promise<SitemapEntry[]> =>
	(await tagsOfBlock(block)).map((slug) => ({ url: absoluteUrl(`/tags/${slug}`) }))

const storyEntries = async (block: number): Promise<SitemapEntry[]> =>
	(await storiesOfBlock(block)).map(({ slug, changedAt, photos }) => ({
		url: absoluteUrl(`/news/${slug}`),
		changedAt,
		images: photos.map(largestJpeg),
	}))

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
