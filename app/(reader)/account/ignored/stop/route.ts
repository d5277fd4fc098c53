import { handleForm, seeOther } from '@/app/_http/form-route'
import { clientKey, enforceRateLimit } from '@/app/_http/rate-limits'
import { recentWriteCookie } from '@/app/_http/set-cookies'
import { viewerFromRequest } from '@/app/_http/viewer-from-request'
import { stopIgnoring } from '@/domain/comments/ignore'

/** Shows the comments of a person to the viewer again. */
export const POST = (request: Request): Promise<Response> =>
	handleForm(request, {
		run: async ({ id = '' }) => {
			await enforceRateLimit('save', clientKey())
			if (/^[1-9]\d{0,14}$/.test(id)) await stopIgnoring(await viewerFromRequest(request), Number(id))
			return seeOther('/account/ignored?done=stopped', [recentWriteCookie()])
		},
	})
