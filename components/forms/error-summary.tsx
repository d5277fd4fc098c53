import type { RejectedForm } from '@/lib/request-context'
import { fieldId } from './field'

type Props = {
	form: string
	refused: RejectedForm | null
	/** The fields this form shows, to link to the one that needs another look. */
	fields: string[]
}

/** Error summary at the top of a refused form, focused when the page loads. Styled by its role: a script makes the same. */
export function ErrorSummary({ form, refused, fields }: Props) {
	if (!refused) return null
	const { field, message } = refused
	return (
		// biome-ignore lint/a11y/noAutofocus: the page is shown again because of this message; it opens there.
		<div role="alert" tabIndex={-1} autoFocus>
			<strong>Please look at this again</strong>{' '}
			{field && fields.includes(field) ? (
				<a href={`#${fieldId(form, field)}`}>{message}</a>
			) : (
				<span>{message}</span>
			)}
		</div>
	)
}
