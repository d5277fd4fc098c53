import { accountForm } from '@/app/_http/account-form'
import { seeOther } from '@/app/_http/form-route'
import { accountKey } from '@/app/_http/known-browser'
import { admitSignIn } from '@/app/_http/sign-in-attempts'
import { changeOwnPassword } from '@/domain/own-password'

/** Changes the viewer's password. */
export const POST = (request: Request): Promise<Response> =>
	accountForm(request, {
		secret: ['current', 'password'],
		run: async (viewer, { current = '', password = '' }) => {
			const attempt = await admitSignIn(accountKey(`confirm ${viewer.person.id}`), viewer.session.hash)
			await changeOwnPassword(viewer, { current, password })
			await attempt.succeeded()
			return seeOther('/account?done=password-changed#password')
		},
	})
