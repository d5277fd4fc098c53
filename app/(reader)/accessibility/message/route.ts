import { handleForm, seeOther } from '@/app/_http/form-route'
import { clientKey, enforceRateLimit } from '@/app/_http/rate-limits'
import { sendAccessibilityMessage } from '@/domain/accessibility-messages'

/** Sends a message about a barrier to the newsroom. */
export const POST = (request: Request): Promise<Response> =>
	handleForm(request, {
		page: () => '/accessibility',
		run: async ({ text = '', page = '', email = '' }) => {
			await enforceRateLimit('message', clientKey())
			await sendAccessibilityMessage({ text, page, email })
			return seeOther('/accessibility?received=yes#message')
		},
	})
