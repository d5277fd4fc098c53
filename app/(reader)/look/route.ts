import { cookieLine } from '@/app/cookie-line'
import { answerPost, done } from '@/app/posts'
import type { Asked } from '@/lib/asked'
import { cookiesIn } from '@/lib/cookies'
import { changeLook, LOOK_COOKIE, lookValue, PLAIN_LOOK, parseLook } from '@/lib/look'
import { localPath } from '@/lib/web-address'

/** Browsers keep no cookie longer. */
const LOOK_DAYS = 400

/** Sets the theme and size of type for this browser; what a form leaves out stays as it is. */
export const POST = (request: Asked): Promise<Response> =>
	answerPost(request, {
		run: async ({ theme, size, back }) => {
			const before = parseLook(cookiesIn(request.headers.get('cookie')).get(LOOK_COOKIE)) ?? PLAIN_LOOK
			const look = changeLook(before, { theme, size })
			const plain = lookValue(look) === lookValue(PLAIN_LOOK)
			const cookie = cookieLine({
				name: LOOK_COOKIE,
				value: plain ? '' : lookValue(look),
				seconds: plain ? 0 : LOOK_DAYS * 86_400,
				readable: true,
			})
			return done(request, { location: localPath(back), data: () => look, cookies: [cookie] })
		},
	})
