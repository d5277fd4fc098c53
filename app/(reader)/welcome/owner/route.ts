import { addressKey, demandWithin } from '@/app/limits'
import { answerPost, seeOther } from '@/app/posts'
import { sessionCookieLine } from '@/app/session-cookie'
import { acceptInvitation } from '@/domain/invitations'

/** Makes the first owner from the one-time link that the server printed. */
export const POST = (request: Request): Promise<Response> =>
	answerPost(request, {
		at: ({ token = '' }) => `/welcome?token=${encodeURIComponent(token)}`,
		secret: ['password'],
		run: async ({ token = '', name = '', email = '', password = '' }) => {
			await demandWithin('link', addressKey())
			const session = await acceptInvitation(token, { name, email, password })
			return seeOther('/desk', [sessionCookieLine(session)])
		},
	})
