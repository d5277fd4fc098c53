import type { RefusalCode } from '@/lib/refusal'
import type { Format } from '../format'

/** Words of refused forms that readers send. */
export const refusals = ({ number, plural }: Format<'en'>) => ({
	titles: {
		invalid: 'Please look at this again',
		'not-found': 'Not found',
		gone: 'No longer here',
		unauthenticated: 'Please sign in',
		forbidden: 'Not allowed',
		unconfirmed: 'Please confirm that it is you',
		conflict: 'Somebody was here first',
		'rate-limited': 'A little slower, please',
		busy: 'Not recorded yet',
		full: 'Not recorded yet',
		unavailable: 'Not recorded yet',
		unknown: 'Perhaps recorded',
		fault: 'That did not work',
	} satisfies Record<RefusalCode, string>,
	seconds: (count: number) => plural(count, { one: '# second', other: '# seconds' }),
	minutes: (count: number) => plural(count, { one: '# minute', other: '# minutes' }),
	hours: (count: number) => plural(count, { one: '# hour', other: '# hours' }),
	tryAgainIn: (message: string, wait: string) => `${message} Please try again in ${wait}.`,
	sendAgainIn: (message: string, wait: string) => `${message} Please send it again in ${wait}.`,
	networkRespected:
		'Many readers on this network have respected comments here today, so this respect was not counted.',
	tooOften: 'That was a little too often.',
	tooManyPasswords: 'Too many passwords were tried from here.',
	accountGuessed:
		'Too many wrong passwords were tried for this account. A browser that signed in to it before is not stopped by that.',
	otherSite: 'This was sent from another site, so nothing was recorded. Please use the page here.',
	notWhole: 'The form did not arrive whole. Please send it again.',
	formTooLarge: (kilobytes: number) => `A form here holds at most ${number(kilobytes)} kB.`,
	busy: 'This could not be recorded, because another program is using the site’s database.',
	full: 'This could not be recorded, because the site’s storage is full.',
	unavailable: 'This could not be recorded, because the site’s storage does not work at the moment.',
	unknown:
		'The site lost its database while this was being recorded, so it may be recorded or not. Please look whether it is there before you send it again.',
	fault:
		'That did not work, and the fault is on our side; it has been written down. Please try again in a moment.',
	storyGone: 'This story is not on the site.',
	listFull: (max: number) =>
		plural(max, {
			one: 'Your reading list holds # story, which is its limit. Remove it, then save this one.',
			other: 'Your reading list holds # stories, which is its limit. Remove one, then save this one.',
		}),
	noAd: 'There is no such advertisement.',
	moodsOff: 'Moods are off for this story.',
	ratingsOff: 'Stars are off for this story.',
	unknownMood: 'A mood is one of the six shown, or withdraw.',
	noStars: 'Please choose 1 to 5 stars first.',
	noCookie: 'This browser refused the cookie that keeps one vote a reader.',
	signInAgain: 'Please sign in again to go on as yourself.',
	signInFirst: 'Please sign in first.',
	signInToComment: 'Please sign in to post your comment; your words are kept.',
	writeFirst: 'Please write something first.',
	commentTooLong: (length: number, max: number) =>
		`Your comment has ${number(length)} characters; please shorten it to ${number(max)}.`,
	parentGone: 'The comment you answered is no longer there. You can post this as a comment of its own.',
	commentsHeld: (count: number, wait: string) =>
		plural(count, {
			one: `# of your comments on this story waits for approval. Please send this one in ${wait}, when the desk may have read it.`,
			other: `# of your comments on this story wait for approval. Please send this one in ${wait}, when the desk may have read some of them.`,
		}),
	notOwnComment: 'This is no comment of yours, or it is gone.',
	editOver: 'The time to change this comment is over; your new text is below.',
	commentGone: 'The comment is no longer there.',
	ownRespect: 'Respect is for the comments of others.',
	commentsClosed: 'Comments on this story are closed. What was said stays.',
	commentsClosedBecause: (reason: string) =>
		`Comments on this story are closed: ${reason} What was said stays.`,
	commentsClosedAfter: (days: number) =>
		plural(days, {
			one: 'Comments on this story closed # day after it appeared. What was said stays.',
			other: 'Comments on this story closed # days after it appeared. What was said stays.',
		}),
	sayWhatFailed: 'Please write what did not work.',
	messageTooLong: (length: number, max: number) =>
		`Your message has ${number(length)} characters; please shorten it to ${number(max)}.`,
	addressTooLong: (max: number) => `Please keep the address under ${number(max)} characters.`,
	tooManyMessages:
		'Very many messages wait at the moment, so this one could not be kept. Please write to the newsroom by mail.',
	giveName: 'Please give a name.',
	nameTooLong: (max: number) => `Please keep the name under ${number(max)} characters.`,
	staffName:
		'This is the name of a person of the newsroom, or of the site. If it is yours, please sign in; otherwise choose another one.',
	markedName:
		'This name ends like a mark of the newsroom, such as “staff” or “author”. Please choose another one.',
	notAnAddress: 'That does not look like an e-mail address, such as ada@example.org.',
	addressTaken: 'This e-mail address already has an account. Please sign in.',
	emailConfirmed: 'Your e-mail address is confirmed already.',
	passwordTooShort: (min: number) => `Please choose a password of at least ${number(min)} characters.`,
	passwordTooLong: (max: number) => `Please keep the password under ${number(max)} characters.`,
	passwordRepeats: 'That password repeats too few characters; please choose another.',
	wrongPassword: 'The e-mail address or the password is not right.',
	wrongPresentPassword: 'The present password is not right.',
	wrongOwnPassword: 'The password is not right.',
	wrongCode: 'That code is not right, or was used before.',
	wrongFirstCode: 'That is not the code that the app shows now.',
	confirmFirst: 'Please confirm that it is you, because this needs a recent sign-in.',
	factorFirst: 'Please add a second factor to your account first; staff of this site must have one.',
	signInTooLong: 'The sign-in took too long. Please start again.',
	secondStepOver: 'This sign-in took too long, or had too many wrong codes. Please start again.',
	tookTooLong: 'This took too long. Please start again.',
	sessionEnded: 'That session has ended already.',
	linkUsed: 'This link has been used or is too old. Please ask for a new one.',
	invitationUsed: 'This link has been used, revoked, or is too old. Please ask for a new one.',
	appInUse: 'An authenticator app is in use already. Please remove it first.',
	needsHost: 'Passkeys need a site with a host name.',
	passkeysMax: (max: number) =>
		plural(max, { one: 'An account has at most # passkey.', other: 'An account has at most # passkeys.' }),
	passkeyKnown: 'This passkey is registered already.',
	passkeyUnverified: 'This passkey could not be verified. Please sign in with your password.',
	passkeyUnknown: 'That passkey is not one of this account.',
	otherPasskey: 'This is not a passkey of your account.',
	namePasskey: 'Please give the passkey a name.',
	lastPasskey: 'This passkey is your only way to sign in. Set a password first.',
	providerElsewhere: (provider: string) => `That ${provider} account is connected to another account here.`,
	providerTwice: (provider: string) =>
		`Your account has another ${provider} account connected already. Disconnect that one first.`,
	providerUnknown: 'That account is not connected.',
	lastProvider: (provider: string) =>
		`${provider} is your only way to sign in, so it stays connected. Set a password first, or add a passkey.`,
})
export type RefusalsMessages = ReturnType<typeof refusals>
