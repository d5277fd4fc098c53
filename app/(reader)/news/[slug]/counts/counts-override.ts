import { articleOverride } from '@/app/(reader)/overrides'
import { findNoArticle } from '@/domain/articles/find-article'
import type { ResponseOverride } from '@/lib/request-context'

/** Path of the page with the counts of a story, or with an ending of its file. */
export const countsPath = (slug: string, ending = ''): string => `/news/${slug}/counts${ending}`

/** Override of the counts of a story, or of their file: as the story itself. */
export async function countsOverride(slug: string, ending = ''): Promise<ResponseOverride | null> {
	const found = await findNoArticle(slug)
	if (found?.kind === 'moved') return { kind: 'redirect', location: countsPath(found.slug, ending) }
	return found && articleOverride(found)
}
