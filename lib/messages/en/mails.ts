import type { Format } from '../format'

/** Words of the mails to people with accounts. */
export const mails = ({ plural }: Format<'en'>) => ({
	greeting: 'Hello,',
	greetingOf: (name: string) => `Hello ${name},`,
	invitationSubject: (siteName: string) => `Your account at ${siteName}`,
	invited: (inviter: string, siteName: string, role: string) =>
		`${inviter} invites you to the newsroom of ${siteName}, with the role of ${role}.`,
	openInvitation: (days: number) =>
		plural(days, {
			one: 'Open this link to choose your password. It works once, within # day:',
			other: 'Open this link to choose your password. It works once, within # days:',
		}),
	invitationUnexpected: 'If you did not expect this, ignore this mail. Nothing happens without the link.',
	passwordSubject: (siteName: string) => `A new password for ${siteName}`,
	openPasswordLink: (minutes: number) =>
		plural(minutes, {
			one: 'Open this link to choose a new password. It works once, within # minute:',
			other: 'Open this link to choose a new password. It works once, within # minutes:',
		}),
	passwordUnexpected: 'If you did not ask for it, ignore this mail: your password stays as it is.',
	confirmationSubject: (siteName: string) => `Confirm your e-mail address for ${siteName}`,
	accountMade: (siteName: string) => `An account at ${siteName} was made with this address.`,
	openConfirmation: (days: number) =>
		plural(days, {
			one: 'Open this link to confirm that the address is yours. It works once, within # day:',
			other: 'Open this link to confirm that the address is yours. It works once, within # days:',
		}),
	confirmationUnexpected: 'If you did not make it, ignore this mail: the address stays unconfirmed.',
	knownAddressSubject: (siteName: string) => `You have an account at ${siteName}`,
	knownAddress: (siteName: string) =>
		`Somebody, perhaps you, has just tried to make an account at ${siteName} with this address. It has one already, about which nothing was changed.`,
	knownAddressSignIn: 'Sign in here:',
	knownAddressPassword: 'If you have forgotten the password, choose a new one here:',
	knownAddressUnexpected: 'If it was not you, there is nothing to do.',
	signInSubject: (siteName: string) => `Sign in at ${siteName}`,
	openSignInLink: (minutes: number) =>
		plural(minutes, {
			one: 'Open this link to sign in. It works once, within # minute:',
			other: 'Open this link to sign in. It works once, within # minutes:',
		}),
	signInSameBrowser:
		'Open it in the browser in which you asked for it: a comment that you began there is in the form again.',
	signInUnexpected:
		'If you did not ask for it, ignore this mail. The link signs nobody in but the person who opens it, so do not pass it on.',
	commentSubject: (siteName: string) => `Your comment at ${siteName}`,
	commentWritten: (headline: string, siteName: string) =>
		`A comment on “${headline}” at ${siteName} was written with this address.`,
	commentUnexpected: 'If you did not write it, ignore this mail.',
})
export type MailsMessages = ReturnType<typeof mails>
