import { day } from '@/components/layout/date-time'
import { isInArchive } from '@/domain/archive/archive'
import { findNoArticle, type NoArticle } from '@/domain/articles/find-article'
import { isAuthor, isTag } from '@/domain/articles/listed'
import { sectionAt } from '@/domain/articles/section-address'
import { findNoticeMonth } from '@/domain/notices/transparency'
import { publishedSlug } from '@/domain/pages/published'
import { findMovedPerson } from '@/domain/profiles'
import { isSeries } from '@/domain/series/series'
import { siteMessages, siteSettings } from '@/domain/settings'
import { findMovedTag } from '@/domain/tags'
import { parsePeriod } from '@/lib/calendar-period'
import { namedError } from '@/lib/error-words'
import { isReaderList } from '@/lib/reader-lists'
import { type ErrorPage, type ResponseOverride, requestContext } from '@/lib/request-context'

/*
 * Response overrides of reader pages: 301, 404 and 410. The server looks them up before rendering, so that an
 * unknown slug costs one read; the page repeats the lookup while it renders, as the data may have changed.
 */

const NO_STORY = namedError(404, 'noStory')
/** As the server's own 404 of an unknown address. */
export const NO_STATIC_PAGE = namedError(404, 'notFound')
const NO_PAGE = namedError(404, 'noPage')
export const NO_SECTION = namedError(404, 'noSection')
const NO_TAG = namedError(404, 'noTag')
export const NO_PERIOD = namedError(404, 'noPeriod')
export const NO_SERIES = namedError(404, 'noSeries')
export const NO_LIST = namedError(404, 'noList')
const NO_AUTHOR = namedError(404, 'noAuthor')

/** Reports the page count of a list to the server. @returns the 404 of a page number beyond it, else null */
export function pageOverride(page: number | null, pages: number): ErrorPage | null {
	requestContext().lastPage = pages
	return (page ?? 1) > pages ? NO_PAGE : null
}

export async function articleOverride(found: NoArticle): Promise<ResponseOverride> {
	if (found.kind === 'moved') return { kind: 'redirect', location: `/news/${found.slug}` }
	if (found.kind === 'unknown') return NO_STORY
	const { withdrawn, withdrawnOn } = (await siteMessages()).errors
	const site = await siteSettings()
	return {
		kind: 'error',
		status: 410,
		title: withdrawn(found.headline).join(''),
		detail: withdrawnOn(day(found.at, site), `\u2068${found.reason}\u2069`),
		headline: { text: found.headline, language: found.language ?? site.language },
	}
}

export async function authorOverride(slug: string): Promise<ResponseOverride> {
	const moved = await findMovedPerson(slug)
	return moved ? { kind: 'redirect', location: `/people/${moved}` } : NO_AUTHOR
}

export async function tagOverride(slug: string): Promise<ResponseOverride> {
	const moved = await findMovedTag(slug)
	return moved ? { kind: 'redirect', location: `/tags/${moved}` } : NO_TAG
}

/** Override of a month of the transparency pages. */
export const noticeMonthOverride = async (text: string): Promise<ResponseOverride | null> =>
	(await findNoticeMonth(text)) ? null : NO_PERIOD

/** Override of a year, month or day of the archive. */
export async function archiveOverride(...parts: (string | undefined)[]): Promise<ErrorPage | null> {
	const period = parsePeriod(parts.flatMap((part) => part ?? []))
	return period && (await isInArchive(period)) ? null : NO_PERIOD
}

/** Override of a list by readers. */
export const readerListOverride = async (name: string): Promise<ErrorPage | null> =>
	isReaderList(name) ? null : NO_LIST

type OverrideLookup = (slug: string) => Promise<ResponseOverride | null>

/** Override lookups by the first path segment; null for a page that exists. */
export const OVERRIDES: Record<'news' | 'sections' | 'tags' | 'people' | 'series' | 'page', OverrideLookup> =
	{
		news: async (slug) => {
			const found = await findNoArticle(slug)
			return found && articleOverride(found)
		},
		sections: async (slug) => {
			const section = await sectionAt(slug)
			if (!section) return NO_SECTION
			return section.slug === slug ? null : { kind: 'redirect', location: `/sections/${section.slug}` }
		},
		tags: async (slug) => ((await isTag(slug)) ? null : tagOverride(slug)),
		people: async (slug) => ((await isAuthor(slug)) ? null : authorOverride(slug)),
		series: async (slug) => ((await isSeries(slug)) ? null : NO_SERIES),
		page: async (slug) => {
			const stored = await publishedSlug(slug)
			if (!stored) return NO_STATIC_PAGE
			return stored === slug ? null : { kind: 'redirect', location: `/${stored}` }
		},
	}
