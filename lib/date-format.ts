import { boundedMemo } from './bounded-memo'

/** Cached formats at most; a site uses about ten, each of some hundred kB outside the heap. */
const FORMATS_MAX = 100

const formats = boundedMemo<Intl.DateTimeFormat>(FORMATS_MAX)

/** A cached `Intl.DateTimeFormat`: construction takes a thousand times longer than use. */
export const dateFormat = (language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
	formats(language + JSON.stringify(options), () => new Intl.DateTimeFormat(language, options))
