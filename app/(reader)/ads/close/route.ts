import { AD_COOKIE, AD_COOKIE_DAYS } from '@/app/ad-cookie'
import { answerPost, seeOther } from '@/app/posts'
import { localPath } from '@/lib/web-address'

/** Closes an advertisement for this browser and remembers it. */
export const POST = (request: Request): Promise<Response> =>
	answerPost(request, {
		run: async ({ ad = '', back }) => {
			const id = /^\d{1,15}$/.test(ad) ? ad : ''
			const cookie = `${AD_COOKIE}=${id}; Path=/; Max-Age=${AD_COOKIE_DAYS * 86_400}; HttpOnly; SameSite=Lax`
			return seeOther(localPath(back), [cookie])
		},
	})
