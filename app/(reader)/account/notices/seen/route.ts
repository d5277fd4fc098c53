import { handleForm, seeOther } from '@/app/_http/form-route'
import { clientKey, enforceRateLimit } from '@/app/_http/rate-limits'
import { recentWriteCookie } from '@/app/_http/set-cookies'
import { viewerFromRequest } from '@/app/_http/viewer-from-request'
import { markNoticesSeen } from '@/domain/reader-notices/seen'

/** Marks the viewer's notices as read, up to the newest of the page. */
export const POST = (request: Request): Promise<Response> =>
	handleForm(request, {
		run: async ({ until = '' }) => {
			await enforceRateLimit('save', clientKey())
			if (/^\d{1,14}$/.test(until))
				await markNoticesSeen(await viewerFromRequest(request), new Date(Number(until)))
			return seeOther('/account/notices?done=read', [recentWriteCookie()])
		},
	})
