import { env } from '@/lib/env'
import { type MailOutcome, sendMail } from '@/lib/mail'
import { siteSettings } from './settings'

type Addressee = { email: string; name: string | null }

/** A link that opens once, and the outcome of its mail; null without an address. */
export type SentLink = { link: string; mail: MailOutcome | null }

/** URL of a page with a token: of the configured origin, independent of the request's `Host`. */
export const tokenLink = (path: string, token: string): string => `${env.siteUrl}${path}?token=${token}`

/** Mails the link of an invitation. */
export async function mailInvitation(
	to: Addressee,
	{ link, inviter, role, days }: { link: string; inviter: string; role: string; days: number },
): Promise<MailOutcome> {
	const { siteName } = await siteSettings()
	return sendMail({
		to: { name: to.name ?? '', address: to.email },
		fromName: siteName,
		subject: `Your account at ${siteName}`,
		text: letter(to.name, siteName, [
			`${inviter} invites you to the newsroom of ${siteName}, with the role of ${role}.`,
			`Open this link to choose your password. It works once, within ${days} days:`,
			link,
			'If you did not expect this, ignore this mail. Nothing happens without the link.',
		]),
	})
}

/** Mails the link for a new password. */
export async function mailPasswordLink(
	to: Addressee,
	{ link, minutes }: { link: string; minutes: number },
): Promise<MailOutcome> {
	const { siteName } = await siteSettings()
	return sendMail({
		to: { name: to.name ?? '', address: to.email },
		fromName: siteName,
		subject: `A new password for ${siteName}`,
		text: letter(to.name, siteName, [
			`Open this link to choose a new password. It works once, within ${minutes} minutes:`,
			link,
			'If you did not ask for it, ignore this mail: your password stays as it is.',
		]),
	})
}

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
		text: letter(null, siteName, [
			message.text,
			...(message.page ? [`The page: ${message.page}`] : []),
			message.email ? `The reader hopes for an answer to ${message.email}.` : 'The reader wants no answer.',
			`Mark it as handled at ${env.siteUrl}/desk/accessibility.`,
		]),
	})
}

function letter(name: string | null, siteName: string, paragraphs: string[]): string {
	const signature = `${siteName}\n${env.siteUrl}/`
	return `${[name ? `Hello ${name},` : 'Hello,', ...paragraphs, signature].join('\n\n')}\n`
}
