import { formatCount } from '@/lib/format-count'

/** `3 parts`. */
export const partsInWords = (parts: number): string =>
	parts === 1 ? '1 part' : `${formatCount(parts)} parts`

/** `Part 2 of 5`. */
export const placeInWords = (part: number, last: number): string => `Part ${part} of ${last}`
