import { accountForm } from '@/app/_http/account-form'
import { seeOther } from '@/app/_http/form-route'
import { endOtherSessions, endOwnSession } from '@/domain/sessions'

/** Ends one session of the viewer, or all others. */
export const POST = (request: Request): Promise<Response> =>
	accountForm(request, {
		run: async (viewer, { session = '', others }) => {
			if (others) await endOtherSessions(viewer)
			else await endOwnSession(viewer, session)
			return seeOther(`/account?done=${others ? 'others-ended' : 'session-ended'}#sessions`)
		},
	})
