/** Address of the page of one photograph of a story. */
export const photoPagePath = (slug: string, number: number): string => `/news/${slug}/photos/${number}`

/** Id of a photograph's figure on the page of the story. */
export const photoId = (number: number): string => `photo-${number}`

/** Id of the photograph on its own page. */
export const PHOTO_STAGE_ID = 'photo'

/** The photograph on its page, past the masthead. */
export const photoStagePath = (slug: string, number: number): string =>
	`${photoPagePath(slug, number)}#${PHOTO_STAGE_ID}`
