import type { FormRetry } from '@/app/desk/desk-action'
import type { SentLink } from '@/domain/mails'

/**
 * Form state with a link to copy. The link is in the response of the form alone: an address would keep it in logs and
 * in the history of the browser.
 */
export const showLink = ({ link, mail }: SentLink): FormRetry => ({
	link,
	notice:
		mail === 'failed'
			? 'The mail could not be sent; copy the link instead. It is shown this once.'
			: 'Copy the link and hand it over yourself. It is shown this once.',
})
