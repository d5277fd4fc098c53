import type { Viewer } from '@/domain/permissions'
import { type Fields, handleForm, seeOther, wantsJson } from './form-route'
import { viewerFromRequest } from './viewer-from-request'

export type AccountViewer = Viewer &
	Required<Pick<Viewer, 'session'>> & { person: NonNullable<Viewer['person']> }

type AccountForm = {
	/** Path of the page that shows a refused form again; `/account` if absent. */
	page?: string
	secret?: string[]
	run: (viewer: AccountViewer, fields: Fields) => Promise<Response>
}

/** Handles a form of the account pages; without a session the sign-in page comes first. */
export const accountForm = (request: Request, { page = '/account', secret, run }: AccountForm) =>
	handleForm(request, {
		page: () => page,
		secret,
		run: async (fields) => {
			const { person, session, readerId } = await viewerFromRequest(request)
			if (!person || !session) return signInFirst(request)
			return run({ person, session, readerId }, fields)
		},
	})

const signInFirst = (request: Request): Response =>
	wantsJson(request)
		? Response.json({ signIn: '/sign-in?next=/account' }, { status: 401 })
		: seeOther('/sign-in?next=/account')
