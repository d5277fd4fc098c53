import { messages } from '@/lib/messages/messages'
import type { RejectedForm } from '@/lib/request-context'
import { fieldId } from './field'

type Props = {
	form: string
	refused: RejectedForm | null
	/** Names of the fields shown by this form, as link targets. */
	fields: string[]
}

/**
 * Error summary at the top of a refused form, focused when the page loads. Styled by its role, as an island
 * renders the same element.
 */
export function ErrorSummary({ form, refused, fields }: Props) {
	if (!refused) return null
	const { field, message } = refused
	return (
		// biome-ignore lint/a11y/noAutofocus: the page is shown again because of this message; it opens there.
		<div role="alert" tabIndex={-1} autoFocus>
			<strong>{messages().islands.lookAgain}</strong>{' '}
			{field && fields.includes(field) ? (
				<a href={`#${fieldId(form, field)}`}>{message}</a>
			) : (
				<span>{message}</span>
			)}
		</div>
	)
}
