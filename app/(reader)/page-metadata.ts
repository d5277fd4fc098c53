import type { Metadata } from 'next'
import { pageHeaders, pageMetaTags } from '@/components/machines/page-signals'
import type { PhotoView } from '@/domain/articles/views'
import { sitePolicy } from '@/domain/machines'
import { type SiteSettings, siteSettings } from '@/domain/settings'
import { env } from '@/lib/env'
import type { MachineAnswers } from '@/lib/machine-answers'
import { photoPath } from '@/lib/photo-paths'
import { requestContext } from '@/lib/request-context'
import { absoluteUrl } from '@/lib/site-url'
import { type FeedLink, feedTypes } from './feeds/feed-links'
import { pagePath } from './list-paths'

type Facts = {
	/** Absent on the front page, whose title is the site's name and tagline. */
	title?: string
	description?: string | null
	path: string
	photo?: PhotoView | null
	article?: { publishedAt: Date; updatedAt: Date | null; section?: string; authors: string[]; tags: string[] }
	/** Fediverse handles of the authors, for Mastodon's link previews. */
	creators?: string[]
	/** Feeds of the page itself; each page also links that of the site. */
	feeds?: FeedLink[]
	/** Answers of a story to machines; without them those of the site. */
	machines?: MachineAnswers
	/** Page of a list; `address` is that of its first page. */
	list?: { page: number; pages: number; address: string }
	/** Paths of the pages before and after it, if it is not one of a list. */
	beside?: { previous: string | null; next: string | null }
	/** A page that search engines leave out, and that has an address of its own. */
	unlisted?: boolean
	hidden?: boolean
}

/** Metadata of a reader page: title, description, canonical URL, robots, Open Graph and Twitter card. */
export async function pageMetadata(facts: Facts): Promise<Metadata> {
	const settings = await siteSettings()
	const { siteName, tagline, language } = settings
	const description = facts.description || tagline || `The latest stories from ${siteName}.`
	const url = env.siteUrl + facts.path
	return {
		title: { absolute: titleOf(facts.title, siteName, tagline) },
		description,
		alternates: facts.hidden ? undefined : { canonical: url, types: feedTypes(feedsOf(facts, siteName)) },
		pagination: besideOf(facts),
		robots: facts.hidden || facts.unlisted ? { index: false } : undefined,
		openGraph: {
			siteName,
			title: facts.title ?? siteName,
			description,
			url,
			locale: language.replace('-', '_'),
			images: facts.photo ? [shareImage(facts.photo)] : undefined,
			...(facts.article ? articleFacts(facts.article) : { type: 'website' as const }),
		},
		other: {
			...(facts.creators?.length && { 'fediverse:creator': facts.creators }),
			...machineTags(facts, settings),
		},
		twitter: { card: facts.photo ? 'summary_large_image' : 'summary' },
	}
}

/** Meta tags for machines; their headers go to the response of the page. */
function machineTags({ machines, hidden, unlisted }: Facts, settings: SiteSettings): Record<string, string> {
	const policy = sitePolicy(settings)
	const answers = machines ?? policy.site
	requestContext().headers = pageHeaders(answers, policy)
	const { robots, ...tags } = pageMetaTags(answers, policy)
	// A hidden page has the tag already.
	return robots && !hidden && !unlisted ? { ...tags, robots } : tags
}

/** Links to the pages before and after, as `link` elements. */
function besideOf({ list, beside }: Facts) {
	const at = (number: number) => list && absoluteUrl(pagePath(list.address, number))
	const previous =
		list && list.page > 1 ? at(list.page - 1) : beside?.previous && absoluteUrl(beside.previous)
	const next = list && list.page < list.pages ? at(list.page + 1) : beside?.next && absoluteUrl(beside.next)
	return { previous: previous || null, next: next || null }
}

/** A list's own feed comes first; that of a story's comments last, as few want it alone. */
function feedsOf({ feeds = [], article }: Facts, siteName: string): FeedLink[] {
	const site = { title: siteName, page: '/' }
	return article ? [site, ...feeds] : [...feeds, site]
}

function titleOf(title: string | undefined, siteName: string, tagline: string): string {
	if (title) return `${title} – ${siteName}`
	return tagline ? `${siteName} – ${tagline}` : siteName
}

function articleFacts({ publishedAt, updatedAt, section, authors, tags }: NonNullable<Facts['article']>) {
	return {
		type: 'article' as const,
		publishedTime: publishedAt.toISOString(),
		modifiedTime: updatedAt?.toISOString(),
		section,
		authors,
		tags,
	}
}

/** The largest JPEG of a photo: link previews of all services support the format. */
export function shareImage(photo: PhotoView) {
	const width = photo.widths.at(-1) ?? photo.width
	return {
		url: env.siteUrl + photoPath(photo.hash, width, 'jpg'),
		width,
		height: Math.round((photo.height * width) / photo.width),
		alt: photo.alt,
	}
}
