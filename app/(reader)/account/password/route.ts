import { accountForm } from '@/app/_http/account-form'
import { seeOther } from '@/app/_http/form-route'
import { accountKey } from '@/app/_http/known-browser'
import { admitSignIn } from '@/app/_http/sign-in-attempts'
import { viewerFromRequest } from '@/app/_http/viewer-from-request'
import { changeOwnPassword } from '@/domain/own-password'
import { passwordHashOf } from '@/domain/recent-sign-in'

/** Changes the viewer's password, or sets the first one after a recent sign-in. */
export async function POST(request: Request): Promise<Response> {
	const { person } = await viewerFromRequest(request)
	return accountForm(request, {
		secret: ['current', 'password'],
		confirmed: person !== null && (await passwordHashOf(person.id)) === null,
		run: async (viewer, { current = '', password = '' }) => {
			const attempt = await admitSignIn(accountKey(`confirm ${viewer.person.id}`), viewer.session.hash)
			await changeOwnPassword(viewer, { current, password })
			await attempt.succeeded()
			return seeOther('/account?done=password-changed#password')
		},
	})
}
