import type { Format } from '../format'

/* Words of the reading list and of places, which the page and its scripts share. */

export const saveForLater = 'Save for later'
export const savedForLater = 'Saved for later'
export const readingList = 'Reading list'
export const removedFromList = 'Removed from your reading list.'
export const leftOff = 'Continue where you left off'
export const photoOf = ({ number }: Format<'en'>, position: number, total: number) =>
	`Photograph ${number(position)} of ${number(total)}`
