import { adIdIn } from '@/app/_http/counted-request'
import { handleForm, success } from '@/app/_http/form-route'
import { closedAdsCookie } from '@/app/_http/set-cookies'
import { adAddresses } from '@/domain/ads'
import { AD_COOKIE, closedAdsIn, parseCookies } from '@/lib/cookies'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import type { RouteRequest } from '@/lib/route-request'
import { safeReturnPath } from '@/lib/urls'

/** Closes an advertisement in this browser: adds it to the signed cookie of closed advertisements. */
export const POST = (request: RouteRequest): Promise<Response> =>
	handleForm(request, {
		run: async ({ ad = '', back }) => {
			const id = adIdIn(ad)
			if (!(await adAddresses()).has(id)) throw new Refusal('not-found', messages().refusals.noAd)
			const closed = closedAdsIn(parseCookies(request.headers.get('cookie')).get(AD_COOKIE)) ?? []
			return success(request, {
				location: safeReturnPath(back),
				data: () => ({ closed: id }),
				cookies: [closedAdsCookie([...closed.filter((each) => each !== id), id])],
			})
		},
	})
