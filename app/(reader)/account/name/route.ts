import { accountForm } from '@/app/_http/account-form'
import { seeOther } from '@/app/_http/form-route'
import { changeOwnName } from '@/domain/public-name'

/** Changes the viewer's public name. */
export const POST = (request: Request): Promise<Response> =>
	accountForm(request, {
		run: async (viewer, { name = '' }) => {
			await changeOwnName(viewer, name)
			return seeOther('/account?done=name-changed#name')
		},
	})
