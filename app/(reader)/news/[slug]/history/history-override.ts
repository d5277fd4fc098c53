import { articleOverride } from '@/app/(reader)/overrides'
import { findLiveRow } from '@/domain/articles/find-article'
import { isPublicVersion } from '@/domain/articles/public-history'
import { namedError } from '@/lib/error-words'
import type { ResponseOverride } from '@/lib/request-context'

export const NO_VERSION = namedError(404, 'noVersion')

/** Number of a version in a path; null if malformed. */
export const versionNumber = (text: string): number | null =>
	/^[1-9]\d{0,8}$/.test(text) ? Number(text) : null

export const historyPath = (slug: string, number?: string | number): string =>
	number === undefined ? `/news/${slug}/history` : `/news/${slug}/history/${number}`

/** Override of the history of a story, or of one of its versions: as the story itself, and 404 for other numbers. */
export async function historyOverride(slug: string, number?: string): Promise<ResponseOverride | null> {
	const found = await findLiveRow(slug)
	if (found.kind === 'moved') return { kind: 'redirect', location: historyPath(found.slug, number) }
	if (found.kind !== 'live') return articleOverride(found)
	if (number === undefined) return null
	return (await isPublicVersion(slug, versionNumber(number) ?? 0)) ? null : NO_VERSION
}
