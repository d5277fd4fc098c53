import { PHOTO_BYTES_MAX } from './photo-paths'

/**
 * The largest form of a reader page: far beyond any comment, so that even a text much too long arrives and
 * can be given back with every word; far below what would trouble the server.
 */
export const FORM_BYTES_MAX = 1024 * 1024

/** The largest form of the desk: a photograph and the words around it. */
export const DESK_FORM_BYTES_MAX = PHOTO_BYTES_MAX + FORM_BYTES_MAX
