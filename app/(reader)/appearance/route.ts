import { handleForm, success } from '@/app/_http/form-route'
import { serializeCookie } from '@/app/_http/set-cookie'
import {
	APPEARANCE_COOKIE,
	DEFAULT_APPEARANCE,
	parseAppearance,
	serializeAppearance,
	updateAppearance,
} from '@/lib/appearance'
import { parseCookies } from '@/lib/cookies'
import type { RouteRequest } from '@/lib/route-request'
import { safeReturnPath } from '@/lib/urls'

/** Browsers cap cookie lifetimes at 400 days. */
const APPEARANCE_DAYS = 400

/** Stores the theme and text size in a cookie; fields missing from the form keep their value. */
export const POST = (request: RouteRequest): Promise<Response> =>
	handleForm(request, {
		run: async ({ theme, size, back }) => {
			const before =
				parseAppearance(parseCookies(request.headers.get('cookie')).get(APPEARANCE_COOKIE)) ??
				DEFAULT_APPEARANCE
			const appearance = updateAppearance(before, { theme, size })
			const plain = serializeAppearance(appearance) === serializeAppearance(DEFAULT_APPEARANCE)
			const cookie = serializeCookie({
				name: APPEARANCE_COOKIE,
				value: plain ? '' : serializeAppearance(appearance),
				seconds: plain ? 0 : APPEARANCE_DAYS * 86_400,
				readable: true,
			})
			return success(request, { location: safeReturnPath(back), data: () => appearance, cookies: [cookie] })
		},
	})
