import { addressKey, demandWithin } from '@/app/limits'
import { answerPost, seeOther } from '@/app/posts'
import { signUp } from '@/domain/people'
import { localPath } from '@/lib/web-address'

/** Makes a reader's account. The answer is the same for an address that has one already. */
export const POST = (request: Request): Promise<Response> =>
	answerPost(request, {
		at: () => '/sign-up',
		secret: ['password'],
		run: async ({ name = '', email = '', password = '', next }) => {
			await demandWithin('signUp', addressKey())
			await signUp({ name, email, password })
			return seeOther(`/sign-in?account=made&next=${encodeURIComponent(localPath(next))}`)
		},
	})
