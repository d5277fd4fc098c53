import { addressKey, demandWithin } from '@/app/limits'
import { answerPost, seeOther } from '@/app/posts'
import { sessionCookieLine } from '@/app/session-cookie'
import { addPerson } from '@/domain/people'
import { signIn } from '@/domain/sessions'
import { localPath } from '@/lib/web-address'

/** Makes a reader's account and signs it in. */
export const POST = (request: Request): Promise<Response> =>
	answerPost(request, {
		at: () => '/sign-up',
		secret: ['password'],
		run: async ({ name = '', email = '', password = '', next }) => {
			await demandWithin('signUp', addressKey())
			await addPerson({ name, email, password, role: 'reader' })
			return seeOther(localPath(next), [sessionCookieLine(await signIn(email, password))])
		},
	})
