import { handleForm, success } from '@/app/_http/form-route'
import { clientKey, enforceRateLimit } from '@/app/_http/rate-limits'
import { viewerFromRequest } from '@/app/_http/viewer-from-request'
import { removeSaved } from '@/domain/reading-list'
import { messages } from '@/lib/messages/messages'
import { READING_LIST_PATH } from '@/lib/reading-list-path'
import { Refusal } from '@/lib/refusal'
import type { RouteRequest } from '@/lib/route-request'

/** Takes a story out of the reading list by its id, also one that is no longer on the site. */
export const POST = (request: RouteRequest): Promise<Response> =>
	handleForm(request, {
		run: async ({ story = '' }) => {
			await enforceRateLimit('save', clientKey())
			if (!/^[1-9]\d{0,14}$/.test(story)) throw new Refusal('invalid', messages().refusals.storyGone)
			await removeSaved(await viewerFromRequest(request), Number(story))
			return success(request, { location: READING_LIST_PATH, data: () => ({ saved: false }) })
		},
	})
