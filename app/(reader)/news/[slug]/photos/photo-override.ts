import { articleOverride } from '@/app/(reader)/overrides'
import { findArticle } from '@/domain/articles/find-article'
import { photosOf } from '@/domain/articles/photos'
import { namedError } from '@/lib/error-words'
import { photoPagePath } from '@/lib/photo-pages'
import type { ResponseOverride } from '@/lib/request-context'

export const NO_PHOTO = namedError(404, 'noPhoto')

/** Number of a photograph in a path; 0 if malformed. */
export const photoNumber = (text: string): number => (/^[1-9]\d{0,3}$/.test(text) ? Number(text) : 0)

/** Override of the page of a photograph: as the story itself, and 404 for other numbers. */
export async function photoOverride(slug: string, text = ''): Promise<ResponseOverride | null> {
	const found = await findArticle(slug)
	const number = photoNumber(text)
	if (found.kind === 'moved')
		return { kind: 'redirect', location: number ? photoPagePath(found.slug, number) : `/news/${found.slug}` }
	if (found.kind !== 'live') return articleOverride(found)
	return photosOf(found.article)[number - 1] ? null : NO_PHOTO
}
