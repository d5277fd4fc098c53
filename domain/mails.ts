import { env } from '@/lib/env'
import { type MailOutcome, sendMail } from '@/lib/mail'
import type { Messages } from '@/lib/messages/en'
import { messagesOf } from '@/lib/messages/messages'
import type { Role } from '@/lib/roles'
import { siteSettings } from './settings'

type Addressee = { email: string; name: string | null }

/** A link that opens once, and the outcome of its mail; null without an address. */
export type SentLink = { link: string; mail: MailOutcome | null }

/** URL of a page with a token: of the configured origin, independent of the request's `Host`. */
export const tokenLink = (path: string, token: string, name = 'token'): string =>
	`${env.siteUrl}${path}?${name}=${token}`

/** Mails the link of an invitation. */
export const mailInvitation = (
	to: Addressee,
	{ link, inviter, role, days }: { link: string; inviter: string; role: Role; days: number },
): Promise<MailOutcome> =>
	sendLetter(to, ({ account, mails: words }, siteName) => ({
		subject: words.invitationSubject(siteName),
		paragraphs: [
			words.invited(inviter, siteName, account.roles[role]),
			words.openInvitation(days),
			link,
			words.invitationUnexpected,
		],
	}))

/** Mails the link for a new password. */
export const mailPasswordLink = (
	to: Addressee,
	{ link, minutes }: { link: string; minutes: number },
): Promise<MailOutcome> =>
	sendLetter(to, ({ mails: words }, siteName) => ({
		subject: words.passwordSubject(siteName),
		paragraphs: [words.openPasswordLink(minutes), link, words.passwordUnexpected],
	}))

/** Mails the link that signs in without a password. */
export const mailSignIn = (
	to: Addressee,
	{ link, minutes }: { link: string; minutes: number },
): Promise<MailOutcome> =>
	sendLetter(to, ({ mails: words }, siteName) => ({
		subject: words.signInSubject(siteName),
		paragraphs: [words.openSignInLink(minutes), link, words.signInSameBrowser, words.signInUnexpected],
	}))

/**
 * Mails the link that confirms the address of a new account. The mail leaves out the name, which a stranger may have
 * typed to have it mailed.
 */
export const mailEmailConfirmation = (
	email: string,
	{ link, days }: { link: string; days: number },
): Promise<MailOutcome> =>
	sendLetter({ email, name: null }, ({ mails: words }, siteName) => ({
		subject: words.confirmationSubject(siteName),
		paragraphs: [
			words.accountMade(siteName),
			words.openConfirmation(days),
			link,
			words.confirmationUnexpected,
		],
	}))

/** Mails the link that confirms the address of a guest's comment, without the name that the guest typed. */
export const mailCommentLink = (
	email: string,
	{ link, headline, days }: { link: string; headline: string; days: number },
): Promise<MailOutcome> =>
	sendLetter({ email, name: null }, ({ mails: words }, siteName) => ({
		subject: words.commentSubject(siteName),
		paragraphs: [
			words.commentWritten(headline, siteName),
			words.openConfirmation(days),
			link,
			words.commentUnexpected,
		],
	}))

/** Tells the owner of an address of a sign-up with it, since the page answers as for a new account. */
export const mailKnownAddress = (to: Addressee): Promise<MailOutcome> =>
	sendLetter(to, ({ mails: words }, siteName) => ({
		subject: words.knownAddressSubject(siteName),
		paragraphs: [
			words.knownAddress(siteName),
			`${words.knownAddressSignIn}\n${env.siteUrl}/sign-in`,
			`${words.knownAddressPassword}\n${env.siteUrl}/password`,
			words.knownAddressUnexpected,
		],
	}))

/** Mails a message about accessibility to the newsroom; `off` if the organisation has no mail address. */
export async function mailAccessibilityMessage(message: {
	text: string
	page: string
	email: string
}): Promise<MailOutcome> {
	const { siteName, orgEmail } = await siteSettings()
	if (!orgEmail) return 'off'
	return sendMail({
		to: { name: siteName, address: orgEmail },
		fromName: siteName,
		subject: `A reader met a barrier at ${siteName}`,
		text: letter(null, { siteName, words: messagesOf('en').mails }, [
			message.text,
			...(message.page ? [`The page: ${message.page}`] : []),
			message.email ? `The reader hopes for an answer to ${message.email}.` : 'The reader wants no answer.',
			`Mark it as handled at ${env.siteUrl}/desk/accessibility.`,
		]),
	})
}

/** Mails a letter in the site's language; without a name, its greeting has none. */
export async function sendLetter(
	{ email, name }: Addressee,
	write: (words: Messages, siteName: string) => { subject: string; paragraphs: string[] },
): Promise<MailOutcome> {
	const { siteName, language } = await siteSettings()
	const words = messagesOf(language)
	const { subject, paragraphs } = write(words, siteName)
	return sendMail({
		to: { name: name ?? '', address: email },
		fromName: siteName,
		subject,
		text: letter(name, { siteName, words: words.mails }, paragraphs),
	})
}

/**
 * The text of a mail: a greeting, paragraphs, and the site as the sender.
 *
 * @param words of the site's language, also in a mail that the desk sends
 */
export function letter(
	name: string | null,
	{ siteName, words }: { siteName: string; words: Messages['mails'] },
	paragraphs: string[],
): string {
	const signature = `${siteName}\n${env.siteUrl}/`
	return `${[name ? words.greetingOf(name) : words.greeting, ...paragraphs, signature].join('\n\n')}\n`
}
