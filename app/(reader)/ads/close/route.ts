import { closedAdCookie } from '@/app/ad-cookie'
import { answerPost, done } from '@/app/posts'
import { adExists } from '@/domain/ads'
import type { Asked } from '@/lib/asked'
import { Refusal } from '@/lib/refusal'
import { localPath } from '@/lib/web-address'

/** Closes an advertisement for this browser and remembers it. */
export const POST = (request: Asked): Promise<Response> =>
	answerPost(request, {
		run: async ({ ad = '', back }) => {
			const id = /^[1-9]\d{0,14}$/.test(ad) ? Number(ad) : 0
			if (!(await adExists(id))) throw new Refusal('unknown', 'There is no such advertisement.')
			return done(request, {
				location: localPath(back),
				data: () => ({ closed: id }),
				cookies: [closedAdCookie(id)],
			})
		},
	})
