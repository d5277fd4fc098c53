import { handleForm, success } from '@/app/_http/form-route'
import { closedAdCookie } from '@/app/_http/set-cookies'
import { adExists } from '@/domain/ads'
import { Refusal } from '@/lib/refusal'
import type { RouteRequest } from '@/lib/route-request'
import { safeReturnPath } from '@/lib/urls'

/** Closes an advertisement in this browser: sets the signed cookie of closed advertisements. */
export const POST = (request: RouteRequest): Promise<Response> =>
	handleForm(request, {
		run: async ({ ad = '', back }) => {
			const id = /^[1-9]\d{0,14}$/.test(ad) ? Number(ad) : 0
			if (!(await adExists(id))) throw new Refusal('not-found', 'There is no such advertisement.')
			return success(request, {
				location: safeReturnPath(back),
				data: () => ({ closed: id }),
				cookies: [closedAdCookie(id)],
			})
		},
	})
