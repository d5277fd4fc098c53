import type { Format } from '../format'

const RELOAD = 'Load the page again to see whether this was recorded.'

/* Words that the scripts of reader pages show; each script holds those that it uses. */

export const lookAgain = 'Please look at this again'
export const notPostedYet = 'Your comment is not posted yet'
export const posting = 'Posting …'
export const posted = 'Your comment is posted.'
export const held = 'Your comment is sent and waits for approval.'
export const showNew = ({ plural }: Format<'en'>, count: number) =>
	plural(count, { one: 'Show # new comment', other: 'Show # new comments' })
export const countOf = ({ number }: Format<'en'>, count: number, max: number) =>
	`${number(count)} of ${number(max)}`
export const tooMany = ({ number }: Format<'en'>, count: number) => `${number(count)} too many`
export const charactersTooMany = ({ plural }: Format<'en'>, count: number) =>
	plural(count, { one: '# character too many', other: '# characters too many' })
export const charactersLeft = ({ plural }: Format<'en'>, count: number) =>
	plural(count, { one: '# character left', other: '# characters left' })
export const unreachable = `The site could not be reached. ${RELOAD}`
export const timedOut = `The site did not answer in time. ${RELOAD}`
export const serverError = `Something went wrong on our side. ${RELOAD}`
export const moodCast = (_: Format<'en'>, mood: string, votes: string) => `${mood}, ${votes}, your mood`
export const moodWithdrawn = (_: Format<'en'>, mood: string, votes: string) =>
	`${mood}, ${votes}, your mood is taken back`
export const notRated = 'Nobody has rated this story.'
export const ratingWithdrawn = (_: Format<'en'>, all: string) => `Your rating is withdrawn. ${all}`
export const share = 'Share …'
export const copyLink = 'Copy the link'
export const copied = 'Copied'
export const linkCopied = 'The link is copied.'
export const linkSelected = 'The link is selected, ready to be copied.'
export const switchOn = 'Switch it on'
export const switchOff = 'Switch it off'
export const keptSince = (_: Format<'en'>, time: string) => `Kept since ${time}`
export const removeKept = 'Remove'
export const removeCopyOf = (_: Format<'en'>, title: string) => `Remove the copy of “${title}”`
export const copyRemoved = 'The copy is removed.'
export const copiesRemoved = 'All copies are removed.'
export const noCopies = 'No story is kept on this device.'
