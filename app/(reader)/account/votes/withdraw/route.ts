import { handleForm, seeOther } from '@/app/_http/form-route'
import { clientKey, enforceRateLimit } from '@/app/_http/rate-limits'
import { recentWriteCookie } from '@/app/_http/set-cookies'
import { viewerFromRequest } from '@/app/_http/viewer-from-request'
import { withdrawRespect } from '@/domain/comments/respect'
import type { Viewer } from '@/domain/permissions'
import { removeSaved } from '@/domain/reading-list'
import { withdrawVote } from '@/domain/votes/cast'
import { OWN_VOTE_KINDS } from '@/domain/votes/own-list'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'

/** Takes back a vote, a respect or a saved story of the viewer, also on a story that is no longer on the site. */
export const POST = (request: Request): Promise<Response> =>
	handleForm(request, {
		run: async ({ kind = '', id = '', past = '' }) => {
			const viewer = await viewerFromRequest(request)
			await enforceRateLimit('vote', viewer.person?.id ?? viewer.readerId ?? clientKey())
			await withdraw(viewer, kind, id)
			const query = new URLSearchParams({ done: 'taken-back', ...(/^[\d-]+$/.test(past) && { past }) })
			return seeOther(`/account/votes?${query}`, [recentWriteCookie()])
		},
	})

async function withdraw(viewer: Viewer, word: string, id: string): Promise<void> {
	const kind = OWN_VOTE_KINDS.find((each) => each === word)
	if (!kind || !/^[1-9]\d{0,14}$/.test(id)) throw new Refusal('invalid', messages().refusals.storyGone)
	if (kind === 'respect') return withdrawRespect(viewer, Number(id))
	if (kind === 'saved') return removeSaved(viewer, Number(id))
	await withdrawVote(viewer, Number(id), kind)
}
