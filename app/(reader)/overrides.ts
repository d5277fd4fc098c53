import { day } from '@/components/layout/date-time'
import { isInArchive } from '@/domain/archive/archive'
import { findNoArticle, type NoArticle } from '@/domain/articles/find-article'
import { isAuthor, isTag } from '@/domain/articles/listed'
import { sectionAt } from '@/domain/articles/section-address'
import { publishedSlug } from '@/domain/pages/published'
import { findMovedPerson } from '@/domain/profiles'
import { isSeries } from '@/domain/series/series'
import { siteSettings } from '@/domain/settings'
import { findMovedTag } from '@/domain/tags'
import { parsePeriod } from '@/lib/calendar-period'
import { isReaderList } from '@/lib/reader-lists'
import { type ErrorPage, type ResponseOverride, requestContext } from '@/lib/request-context'

/*
 * Response overrides of reader pages: 301, 404 and 410. The server looks them up before rendering, so that an
 * unknown slug costs one read; the page repeats the lookup while it renders, as the data may have changed.
 */

const notFound = (title: string, detail: string): ErrorPage => ({ kind: 'error', status: 404, title, detail })

const NO_STORY = notFound(
	'There is no story at this address',
	'It may have moved, or the address may have lost a letter on its way here.',
)
/** As the server's own 404 of an unknown address. */
export const NO_STATIC_PAGE = notFound(
	'There is nothing at this address',
	'The story may have moved, or the address may have lost a letter on its way here.',
)
const NO_PAGE = notFound('There is no such page', 'The list that it belongs to is shorter than that.')
export const NO_SECTION = notFound('There is no such section', 'It may have been renamed or closed.')
const NO_TAG = notFound('No story carries this tag', 'The address may have lost a letter.')
export const NO_PERIOD = notFound(
	'The archive has no such date',
	'It begins with our first story and ends today.',
)
export const NO_SERIES = notFound('There is no such series', 'The address may have lost a letter.')
export const NO_LIST = notFound('There is no such list', 'The address may have lost a letter.')
const NO_AUTHOR = notFound('Nobody writes here under that name', 'The address may have lost a letter.')

/** Reports the page count of a list to the server. @returns the 404 of a page number beyond it, else null */
export function pageOverride(page: number | null, pages: number): ErrorPage | null {
	requestContext().lastPage = pages
	return (page ?? 1) > pages ? NO_PAGE : null
}

export async function articleOverride(found: NoArticle): Promise<ResponseOverride> {
	if (found.kind === 'moved') return { kind: 'redirect', location: `/news/${found.slug}` }
	if (found.kind === 'unknown') return NO_STORY
	return {
		kind: 'error',
		status: 410,
		title: `Withdrawn: ${found.headline}`,
		detail: `We took this story back on ${day(found.at, await siteSettings())}. ${found.reason}`,
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
