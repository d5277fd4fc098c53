import { boundedMemo } from './bounded-memo'

export const DATE_FORMATS = ['month first', 'day first', 'of the language', 'numbers', 'year first'] as const
export type DateFormat = (typeof DATE_FORMATS)[number]

/** Cached formats at most; a site uses about ten, each of some hundred kB outside the heap. */
const FORMATS_MAX = 100

const formats = boundedMemo<Intl.DateTimeFormat>(FORMATS_MAX)

/** A cached `Intl.DateTimeFormat`: construction takes a thousand times longer than use. */
export const dateFormat = (language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
	formats(language + JSON.stringify(options), () => new Intl.DateTimeFormat(language, options))
