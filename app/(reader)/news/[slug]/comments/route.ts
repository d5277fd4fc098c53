import { articleFormRoute } from '@/app/_http/article-form-route'
import type { Fields, FormSuccess } from '@/app/_http/form-route'
import { accountKey } from '@/app/_http/known-browser'
import { mailLater } from '@/app/_http/mail-later'
import { isWithinRateLimit } from '@/app/_http/rate-limits'
import { commentPath } from '@/app/(reader)/list-paths'
import { findResponses } from '@/domain/articles/section-choices'
import { mailCommentConfirmation } from '@/domain/comments/confirmation'
import { checkBody, mustSignIn, type NewComment, postComment, saveDraft } from '@/domain/comments/post'
import { normalizeEmail } from '@/domain/people'
import type { Viewer } from '@/domain/permissions'
import type { Reason } from '@/lib/moderation-phases'
import { heldWords } from '@/lib/moderation-reasons'

export const POST = articleFormRoute({
	limit: 'comment',
	page: (slug, { parent }) => `/news/${slug}${/^\d+$/.test(parent ?? '') ? `?reply=${parent}` : ''}`,
	isPreview: ({ preview, body = '' }) => preview !== undefined && checkBody(body) !== '',
	run: async (viewer, article, fields) => {
		const responses = await findResponses(article.id)
		if (responses && mustSignIn(viewer, responses)) return redirectToSignIn(viewer, article, fields)
		const { body = '', name = '', email = '', website = '' } = fields
		const wants = wantedIn(fields)
		const input: NewComment = { body, name, email, honeypot: website, parentId: parentOf(fields), wants }
		const comment = await postComment(viewer, article.id, input)
		if (comment.heldFor.some(awaitsMail)) await mailLink(comment.id, email)
		const location = commentPath(article.slug, comment.id)
		const reasons = comment.heldFor.map((reason) => heldWords(reason, String).join(''))
		const { id, state } = comment
		return { location, data: () => ({ id, state, reasons, location }), status: 201 }
	},
})

/** Saves the comment as a draft of the browser's reader; the form shows it again after signing in. */
async function redirectToSignIn(
	viewer: Viewer,
	article: { id: number; slug: string },
	fields: Fields,
): Promise<FormSuccess> {
	await saveDraft(viewer, article.id, { body: fields.body ?? '', parentId: parentOf(fields) })
	const next = encodeURIComponent(`/news/${article.slug}#comment-form`)
	return { location: `/sign-in?next=${next}`, data: () => ({ signIn: `/sign-in?next=${next}` }), status: 401 }
}

const awaitsMail = (reason: Reason): boolean => reason.phase === 'unconfirmed' && reason.guest && reason.mails

/** Mails the link of a guest's comment; one link confirms all comments of the address in this browser. */
async function mailLink(commentId: number, email: string): Promise<void> {
	if (await isWithinRateLimit('commentMail', accountKey(normalizeEmail(email))))
		mailLater(() => mailCommentConfirmation(commentId))
}

const parentOf = ({ parent }: Fields): number | null =>
	parent && /^\d{1,15}$/.test(parent) ? Number(parent) : null

/** The replies that the author wants mails about. */
function wantedIn({ mailReplies, mailThread }: Fields): NewComment['wants'] {
	if (mailThread) return 'thread'
	return mailReplies ? 'own' : null
}
