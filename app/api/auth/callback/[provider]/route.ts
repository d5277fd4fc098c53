import { refusalPage } from '@/app/_http/form-route'
import { endWithOverride } from '@/app/_http/page-errors'
import { requireProvider, returnFromProvider } from '@/app/_http/provider-sign-in'
import { siteSettings } from '@/domain/settings'
import { refusalFor } from '@/lib/storage-failure'

type Context = { params: Promise<{ provider: string }> }

/** Ends a sign-in with a provider, which redirects the browser to this address. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
	const provider = requireProvider((await params).provider)
	try {
		// Notes the language of the words.
		await siteSettings()
		return await returnFromProvider(request, provider)
	} catch (error) {
		return endWithOverride(refusalPage(refusalFor(error)))
	}
}
