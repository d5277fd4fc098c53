import { handleForm, success } from '@/app/_http/form-route'
import { appearanceCookie } from '@/app/_http/set-cookies'
import { DEFAULT_APPEARANCE, parseAppearance, updateAppearance } from '@/lib/appearance'
import { APPEARANCE_COOKIE, parseCookies } from '@/lib/cookies'
import type { RouteRequest } from '@/lib/route-request'
import { safeReturnPath } from '@/lib/urls'

/** Stores the theme and text size in a cookie; fields missing from the form keep their value. */
export const POST = (request: RouteRequest): Promise<Response> =>
	handleForm(request, {
		run: async ({ theme, size, back }) => {
			const before =
				parseAppearance(parseCookies(request.headers.get('cookie')).get(APPEARANCE_COOKIE)) ??
				DEFAULT_APPEARANCE
			const appearance = updateAppearance(before, { theme, size })
			return success(request, {
				location: safeReturnPath(back),
				data: () => appearance,
				cookies: [appearanceCookie(appearance)],
			})
		},
	})
