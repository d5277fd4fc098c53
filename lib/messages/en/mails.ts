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
})
export type MailsMessages = ReturnType<typeof mails>
