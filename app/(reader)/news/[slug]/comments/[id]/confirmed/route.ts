import { handleForm, seeOther } from '@/app/_http/form-route'
import { clientKey, enforceRateLimit } from '@/app/_http/rate-limits'
import { confirmComment } from '@/domain/comments/confirmation'
import { decodeSafely } from '@/lib/urls'

type Context = { params: Promise<{ slug: string; id: string }> }

/** Confirms the e-mail address of a guest's comment with the token of a one-time link, and releases the comment. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
	const { slug, id } = await params
	const path = `/news/${decodeSafely(slug)}/comments/${id}/confirm`
	return handleForm(request, {
		page: ({ token = '' }) => `${path}?token=${encodeURIComponent(token)}`,
		run: async ({ token = '' }) => {
			await enforceRateLimit('link', clientKey())
			const state = await confirmComment(/^[1-9]\d{0,14}$/.test(id) ? Number(id) : 0, token)
			return seeOther(`${path}?done=${state}`)
		},
	})
}
