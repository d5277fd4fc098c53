/** Texts of a photograph with fields in the publish panel. */
export const PHOTO_TEXTS = ['alt', 'credit', 'noCreditReason', 'rightsEndOn'] as const
export type PhotoText = (typeof PHOTO_TEXTS)[number]

/** Name of the story form's field for a text of a photograph. */
export const photoFieldName = (id: number, text: PhotoText): string => `photo-${id}-${text}`
