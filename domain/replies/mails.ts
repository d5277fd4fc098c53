import { env } from '@/lib/env'
import { type MailOutcome, sendMail } from '@/lib/mail'
import { messagesOf } from '@/lib/messages/messages'
import { RETENTION } from '@/lib/retention'
import { letter, sendLetter } from '../mails'
import { siteSettings } from '../settings'
import type { DueLink, DueReply } from './due'
import { confirmToken, oneClickLink, replyMailsLink, stopToken } from './links'

/** Replies of a mail that are shown; the mail names the number of the others. */
export const REPLIES_SHOWN_MAX = 20
/** Characters of a reply in a mail. */
const EXCERPT_MAX = 300

/** All characters that mail programs show as line ends. */
const LINE_END = /[\n\v\f\r\x85\u2028\u2029]/

const permalink = (slug: string, id: number): string => `${env.siteUrl}/news/${slug}/comments/${id}`

/** Mails the link that confirms an address, without the name of the comment, which a stranger may have typed. */
export const mailConfirmation = (
	{ id, email, comment }: Pick<DueLink, 'id' | 'email' | 'comment'>,
	now: Date,
): Promise<MailOutcome> =>
	sendLetter({ email, name: null }, ({ replyMails: words }, siteName) => ({
		subject: words.confirmSubject(siteName),
		paragraphs: [
			words.confirmMail(comment.headline),
			permalink(comment.slug, comment.id),
			words.confirmOpen(RETENTION.replyLinkDays),
			replyMailsLink(confirmToken(id, now)),
			words.confirmUnexpected,
		],
	}))

/** Mails new replies, with a link and headers that end such mails: RFC 8058. */
export async function mailReplies(
	{ id, email }: { id: string; email: string },
	replies: DueReply[],
): Promise<MailOutcome> {
	const { siteName, language } = await siteSettings()
	const { replyMails: words, mails } = messagesOf(language)
	const [first] = replies
	const threads = new Set(replies.map(({ threadId }) => threadId))
	const stop = stopToken(id, threads.size === 1 ? (first?.threadId ?? null) : null)
	const shown = replies.slice(0, REPLIES_SHOWN_MAX)
	return sendMail({
		to: { address: email },
		fromName: siteName,
		subject:
			replies.length === 1 && first
				? words.subjectOfOne(first.authorName, first.headline)
				: words.subjectOfMany(replies.length, siteName),
		text: letter(null, { siteName, words: mails }, [
			...shown.map(
				({ authorName, headline, body, slug, id: replyId }) =>
					`${words.repliedOn(authorName, headline)}\n${quoted(body)}\n${permalink(slug, replyId)}`,
			),
			...(replies.length > shown.length ? [words.further(replies.length - shown.length)] : []),
			`${words.why}\n${replyMailsLink(stop)}`,
		]),
		unsubscribe: oneClickLink(stop),
	})
}

/** The beginning of a reply, each line marked as a quotation. */
function quoted(body: string): string {
	const characters = [...body.trim()]
	const text = characters.slice(0, EXCERPT_MAX).join('')
	return `${text}${characters.length > EXCERPT_MAX ? '…' : ''}`
		.split(LINE_END)
		.filter((line) => line.trim() !== '')
		.map((line) => `> ${line}`)
		.join('\n')
}
