import { accountForm } from '@/app/_http/account-form'
import { seeOther } from '@/app/_http/form-route'
import { safeReturnPath } from '@/lib/urls'

/** Confirms the sign-in of the session, and redirects to the page or download that required it. */
export const POST = (request: Request): Promise<Response> =>
	accountForm(request, {
		confirmed: true,
		run: async (_viewer, { next }) => seeOther(safeReturnPath(next)),
	})
