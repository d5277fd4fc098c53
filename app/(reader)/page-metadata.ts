import type { Metadata } from 'next'
import { pageMetaTags } from '@/components/machines/page-signals'
import type { Translation } from '@/domain/articles/translations'
import type { PhotoView } from '@/domain/articles/views'
import { sitePolicy } from '@/domain/machines'
import { type SiteSettings, siteSettings } from '@/domain/settings'
import { env } from '@/lib/env'
import { hreflangs } from '@/lib/hreflang'
import type { MachineAnswers } from '@/lib/machine-answers'
import { messages } from '@/lib/messages/messages'
import { photoPath, THUMB_RATIO, thumbPath } from '@/lib/photo-paths'
import { absoluteUrl } from '@/lib/site-url'
import { sendAnswers } from './answer-machines'
import { type FeedLink, feedTypes } from './feeds/feed-links'
import { pagePath } from './list-paths'
import { oembedPath } from './oembed/oembed-path'

/** Pixels of a picture drawn for link previews. */
const SHARE_SIZE = { width: 1200, height: 630 }

type Facts = {
	/** Absent on the front page, whose title is the site's name and tagline. */
	title?: string
	description?: string | null
	path: string
	photo?: PhotoView | null
	/** Path of a picture drawn for link previews, which they show instead of the photograph. */
	share?: string
	article?: { publishedAt: Date; updatedAt: Date | null; section?: string; authors: string[]; tags: string[] }
	/** Fediverse handles of the authors, for Mastodon's link previews. */
	creators?: string[]
	/** Feeds of the page itself; each page also links that of the site. */
	feeds?: FeedLink[]
	/** Slug of the author whose page it is. */
	profile?: string
	/** Answers of a story to machines; without them those of the site. */
	machines?: MachineAnswers
	/** Page of a list; `address` is that of its first page. */
	list?: { page: number; pages: number; address: string }
	/** Paths of the pages before and after it, if it is not one of a list. */
	beside?: { previous: string | null; next: string | null }
	/** A page that search engines leave out, and that has an address of its own. */
	unlisted?: boolean
	/** Language tag of a story, and the same story in others. */
	language?: string
	translations?: Translation[]
	hidden?: boolean
}

/** Metadata of a reader page: title, description, canonical URL, robots, Open Graph and Twitter card. */
export async function pageMetadata(facts: Facts): Promise<Metadata> {
	const settings = await siteSettings()
	const { siteName, tagline, language } = settings
	const description = facts.description || tagline || messages().page.latestFrom(siteName)
	const url = absoluteUrl(facts.path)
	const name = nameOf(facts)
	const title = name ?? siteName
	const images = imagesOf(facts)
	return {
		title: { absolute: titleOf(name, siteName, tagline) },
		description,
		alternates: facts.hidden
			? undefined
			: {
					canonical: url,
					types: typesOf(facts, { url, siteName }),
					languages: languagesOf(facts, settings),
				},
		pagination: besideOf(facts),
		robots: facts.hidden || facts.unlisted ? { index: false } : undefined,
		openGraph: {
			siteName,
			title,
			description,
			url,
			locale: openGraphLocale(facts.language ?? language),
			alternateLocale: facts.translations?.map((each) => openGraphLocale(each.language)),
			images,
			...kindOf(facts),
		},
		other: {
			...(facts.creators?.length && { 'fediverse:creator': facts.creators }),
			...machineTags(facts, settings),
		},
		// Its other fields are those of Open Graph.
		twitter: { card: images ? 'summary_large_image' : 'summary' },
	}
}

/** Addresses of a story with translations by language tag. */
function languagesOf({ path, language, translations = [] }: Facts, site: SiteSettings) {
	if (!language || translations.length === 0) return undefined
	const others = translations.map((each) => ({ language: each.language, path: `/news/${each.slug}` }))
	const paths = hreflangs({ language, path }, others, site)
	return Object.fromEntries(Object.entries(paths).map(([tag, each]) => [tag, absoluteUrl(each)]))
}

function imagesOf({ title, photo, share }: Facts) {
	if (share) return [{ url: absoluteUrl(share), ...SHARE_SIZE, alt: photo?.alt || title }]
	return photo ? [shareImage(photo)] : undefined
}

/** Links to the page in other formats: its feeds, and of a story what sites that quote it ask for. */
function typesOf(facts: Facts, { url, siteName }: { url: string; siteName: string }) {
	const feeds = feedTypes(feedsOf(facts, siteName))
	if (!facts.article) return feeds
	return { ...feeds, 'application/json+oembed': absoluteUrl(oembedPath(url)) }
}

/** Meta tags for machines; their headers go to the response of the page. */
function machineTags({ machines, hidden, unlisted }: Facts, settings: SiteSettings): Record<string, string> {
	const policy = sitePolicy(settings)
	const answers = machines ?? policy.site
	sendAnswers(answers, policy)
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

/** The title of the page, with the number of a later page of a list. */
function nameOf({ title, list }: Facts): string | undefined {
	return title && list && list.page > 1 ? messages().page.titleOfPage(title, list.page) : title
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

function kindOf({ article, profile }: Facts) {
	if (article) return articleFacts(article)
	return profile ? { type: 'profile' as const, username: profile } : { type: 'website' as const }
}

/** A locale as Open Graph has it: language and territory, `en_GB`. */
function openGraphLocale(tag: string): string {
	const { language, region } = new Intl.Locale(tag).maximize()
	return region ? `${language}_${region}` : (language ?? tag)
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

/** The largest JPEG cropped around the focal point; null for a photo without one. */
export function thumbImage(photo: PhotoView) {
	const width = photo.thumbWidths.at(-1)
	if (!width) return null
	const url = env.siteUrl + thumbPath(photo.hash, width, photo, 'jpg')
	return { url, width, height: Math.round(width / THUMB_RATIO) }
}
