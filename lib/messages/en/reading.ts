import type { Format } from '../format'

/** Words of the reading list, of pages of photographs and of kept stories. */
export const reading = ({ plural }: Format<'en'>) => ({
	olderThan: (years: number) =>
		plural(years, {
			one: 'This story is more than a year old',
			other: 'This story is more than # years old',
		}),
	/** Age of a story in a list, without its name. */
	yearsOld: (years: number) =>
		plural(years, {
			one: 'More than a year old',
			other: 'More than # years old',
		}),
	shareElsewhere: 'Share elsewhere',
	photographs: 'Photographs of this story',
	backToStory: 'Back to the story',
	previous: 'Previous',
	next: 'Next',
	onlyYou: 'Only you see this list.',
	onlyThisBrowser: 'Only you see this list, which a cookie of this browser keeps.',
	onAllDevices: 'Sign in to have it on all your devices',
	nothingSaved: 'Nothing is saved yet. “Save for later” stands above each story.',
	savedOn: <T>(at: T) => ['Saved ', at],
	withdrawn: 'This story was withdrawn since.',
	correctedOn: <T>(at: T) => ['Corrected on ', at, ', after you saved it.'],
	remove: 'Remove',
	removeStory: (headline: string) => `Remove “${headline}”`,
	places: 'Where you left off',
	placesHint:
		'This browser keeps your place in the last stories that you left unfinished, and links it above them. It is stored on this device alone.',
	/** `#` is the time. */
	savedCopy: 'Saved copy from #. Voting and commenting need a connection.',
	offline: 'You are offline',
	keptHere: 'These stories are kept on this device:',
	copies: 'Kept on this device',
	copiesHint:
		'These stories can be read without a connection. One that you removed is kept again when you open it. Signing out removes them all.',
	removeCopies: 'Remove all copies',
})
export type ReadingMessages = ReturnType<typeof reading>
