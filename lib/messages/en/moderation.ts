import type { Format } from '../format'

/** Reasons of automatic moderation, for the author of a comment. */
export const moderation = ({ number, plural }: Format<'en'>) => ({
	/** A moderator's reason, in the moderator's words. */
	banned: <T>(words: T) => ['You cannot comment here. The reason: ', words],
	bannedUntil: <T>(day: string, words: T) => [
		'You cannot comment here until the end of ',
		day,
		'. The reason: ',
		words,
	],
	muted: <T>(words: T) => ['Your comments wait for a moderator. The reason: ', words],
	mutedUntil: <T>(day: string, words: T) => [
		'Your comments wait for a moderator until the end of ',
		day,
		'. The reason: ',
		words,
	],
	heldAddress: 'Comments with this e-mail address wait for a moderator.',
	heldRepeat: (hours: number) =>
		`It has the words of a comment that you sent in the last ${number(hours)} hours.`,
	heldLinks: (count: number, max: number) =>
		`${plural(count, { one: 'It has # link', other: 'It has # links' })}; comments with more than ${number(max)} wait for a moderator.`,
	heldSite: <T>(site: T) => ['It names the site ', site, '; comments that do so wait for a moderator.'],
	refusedSite: <T>(site: T) => ['Comments that name the site ', site, ' are not taken here.'],
	heldWord: <T>(word: T) => ['It has the word “', word, '”; comments with it wait for a moderator.'],
	refusedWord: <T>(word: T) => ['Comments with the word “', word, '” are not taken here.'],
	heldName: <T>(word: T) => ['The name has the word “', word, '”; such comments wait for a moderator.'],
	refusedName: <T>(word: T) => ['Names with the word “', word, '” are not taken here.'],
	heldSpeed: (count: number, minutes: number, max: number) =>
		`It is your comment number ${number(count)} within ${number(minutes)} minutes; after ${number(max)} they wait for a moderator.`,
	heldFlood: (minutes: number, max: number) =>
		`More than ${number(max)} comments arrived within ${number(minutes)} minutes. Meanwhile comments of readers without an approved one wait for a moderator.`,
	/** Does not say by what a program was recognized. */
	heldHoneypot: 'It arrived the way programs send comments. If you are a person, a moderator will see that.',
	heldUnconfirmed:
		'It appears once you have opened the link that we mail to you, which confirms your e-mail address. If it does not come, send the comment again.',
	heldUnconfirmedAccount:
		'It appears once your e-mail address is confirmed. Your account page mails you the link.',
	heldUnconfirmable: 'E-mail addresses cannot be confirmed here, so it waits for a moderator.',
	heldPremoderated: 'Each comment on this story waits for a moderator.',
	heldTrust: (approved: number, needed: number) =>
		`Comments wait for a moderator until ${plural(needed, { one: '# of a reader is approved', other: '# of a reader are approved' })}; so far ${number(approved)} of yours.`,
	unchecked: 'An automatic check could not be reached; comments wait for a moderator meanwhile.',
	heldByCheck: 'An automatic check holds it for a moderator.',
	heldByCheckBecause: <T>(words: T) => [
		'An automatic check holds it for a moderator, with the reason: ',
		words,
	],
	refusedByCheck: 'An automatic check does not take this comment.',
	refusedByCheckBecause: <T>(words: T) => [
		'An automatic check does not take this comment, with the reason: ',
		words,
	],
})
export type ModerationMessages = ReturnType<typeof moderation>
