import { PHOTO_BYTES_MAX } from './photo-paths'

/**
 * Largest form of a reader page in bytes: far above any comment, so that an overlong text arrives and is
 * returned in the rejected form; far below the server's memory limits.
 */
export const FORM_BYTES_MAX = 1024 * 1024

/** Largest form of the desk in bytes: a photograph and its text fields. */
export const DESK_FORM_BYTES_MAX = PHOTO_BYTES_MAX + FORM_BYTES_MAX

/** Stories in a reading list: more than a reader reads later, and few enough for one page. */
export const READING_LIST_MAX = 100
