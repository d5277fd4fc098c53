import { articleFormRoute } from '@/app/_http/article-form-route'
import type { Fields, FormSuccess } from '@/app/_http/form-route'
import { commentPath } from '@/app/(reader)/list-paths'
import { checkBody, type NewComment, postComment, saveDraft } from '@/domain/comments/post'
import type { Viewer } from '@/domain/permissions'
import { siteSettings } from '@/domain/settings'
import { heldWords } from '@/lib/moderation-reasons'

export const POST = articleFormRoute({
	limit: 'comment',
	page: (slug, { parent }) => `/news/${slug}${/^\d+$/.test(parent ?? '') ? `?reply=${parent}` : ''}`,
	isPreview: ({ preview, body = '' }) => preview !== undefined && checkBody(body) !== '',
	run: async (viewer, article, fields) => {
		const settings = await siteSettings()
		if (settings.commentsFrom === 'accounts' && !viewer.person)
			return redirectToSignIn(viewer, article, fields)
		const { body = '', name = '', email = '', website = '' } = fields
		const wants = wantedIn(fields)
		const input: NewComment = { body, name, email, honeypot: website, parentId: parentOf(fields), wants }
		const comment = await postComment(viewer, article.id, input)
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

const parentOf = ({ parent }: Fields): number | null =>
	parent && /^\d{1,15}$/.test(parent) ? Number(parent) : null

/** The replies that the author wants mails about. */
function wantedIn({ mailReplies, mailThread }: Fields): NewComment['wants'] {
	if (mailThread) return 'thread'
	return mailReplies ? 'own' : null
}
