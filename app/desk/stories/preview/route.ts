import { randomBytes } from 'node:crypto'
import { parseForm, refusalPage } from '@/app/_http/form-route'
import { requireSameOrigin } from '@/app/_http/same-origin'
import { viewer } from '@/app/_http/viewer'
import { formValues } from '@/app/desk/desk-action'
import { autosaveStory } from '@/domain/articles/autosave'
import { firstOf } from '@/lib/form-values'
import { requestContext } from '@/lib/request-context'
import { refusalFor } from '@/lib/storage-failure'

/**
 * Keeps the text of a story form as its autosave, and redirects to the preview of it or, with `show=links`, to the
 * check of its links; the story is not saved.
 */
export async function POST(request: Request): Promise<Response> {
	try {
		requireSameOrigin(request)
		const deskUser = await viewer()
		const { show, ...fields } = formValues(await parseForm(request))
		const articleId = Number(firstOf(fields, 'story'))
		const token = firstOf(fields, 'autosave') || randomBytes(16).toString('hex')
		const baseRevisionId = Number(firstOf(fields, 'baseRevisionId'))
		await autosaveStory(deskUser, { token, articleId, baseRevisionId, fields })
		const page = show?.[0] === 'links' ? 'links' : 'preview'
		const location = `/desk/stories/${articleId}/${page}?autosave=${token}`
		return new Response(null, { status: 303, headers: { Location: location, 'Cache-Control': 'no-store' } })
	} catch (error) {
		requestContext().override = refusalPage(refusalFor(error))
		return new Response(null)
	}
}
