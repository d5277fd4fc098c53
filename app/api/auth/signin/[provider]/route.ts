import { handleForm } from '@/app/_http/form-route'
import { requireProvider, sendToProvider } from '@/app/_http/provider-sign-in'

type Context = { params: Promise<{ provider: string }> }

/** Starts a sign-in with a provider: next-auth's route, behind the origin check of all forms. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
	const provider = requireProvider((await params).provider)
	return handleForm(request, {
		page: () => '/sign-in',
		run: ({ next }) => sendToProvider(request, provider, next),
	})
}
