import type { Viewer } from '@/domain/permissions'
import { requireRecentSignIn } from '@/domain/recent-sign-in'
import { CONFIRM_CODE, CONFIRM_PASSWORD } from '@/lib/confirm-fields'
import { isRefusal } from '@/lib/refusal'
import { confirmedViewer } from './confirm-sign-in'
import { type Fields, handleForm, seeOther, wantsJson } from './form-route'
import { viewerFromRequest } from './viewer-from-request'

export type AccountViewer = Viewer &
	Required<Pick<Viewer, 'session'>> & { person: NonNullable<Viewer['person']> }

type AccountForm = {
	/** Path of the page that shows a refused form again; `/account` if absent. */
	page?: string
	secret?: string[]
	/** Whether the form needs a recent sign-in; without one a page confirms it and sends the form again. */
	confirmed?: boolean
	run: (viewer: AccountViewer, fields: Fields) => Promise<Response>
}

/** Handles a form of the account pages; without a session the sign-in page comes first. */
export function accountForm(request: Request, { page = '/account', secret = [], ...form }: AccountForm) {
	let formPage = page
	return handleForm(request, {
		page: () => formPage,
		secret: [...secret, CONFIRM_PASSWORD, CONFIRM_CODE],
		run: async (fields) => {
			const { person, session, readerId } = await viewerFromRequest(request)
			if (!person || !session) return signInFirst(request)
			let account: AccountViewer = { person, session, readerId }
			if (form.confirmed)
				try {
					account = await confirmedViewer(account, (name) => fields[name] ?? '')
					requireRecentSignIn(account)
				} catch (error) {
					if (isRefusal(error)) formPage = `/account/confirm?form=${new URL(request.url).pathname}`
					throw error
				}
			return form.run(account, fields)
		},
	})
}

const signInFirst = (request: Request): Response =>
	wantsJson(request)
		? Response.json({ signIn: '/sign-in?next=/account' }, { status: 401 })
		: seeOther('/sign-in?next=/account')
