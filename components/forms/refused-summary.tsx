import type { RefusedForm } from '@/lib/exchange'
import { fieldId } from './field'
import styles from './forms.module.css'

type Props = {
	form: string
	refused: RefusedForm | null
	/** The fields this form shows, to link to the one that needs another look. */
	fields: string[]
}

/** What was wrong with a form, above it, where the page opens when it comes back. Hidden until there is something. */
export function RefusedSummary({ form, refused, fields }: Props) {
	const field = refused?.field
	const message = refused?.message
	return (
		// biome-ignore lint/a11y/noAutofocus: the page is shown again because of this message; it opens there.
		<div className={styles.summary} role="alert" tabIndex={-1} autoFocus={!!refused} hidden={!refused}>
			<strong>Please look at this again</strong>
			{field && fields.includes(field) ? (
				<a href={`#${fieldId(form, field)}`}>{message}</a>
			) : (
				<span>{message}</span>
			)}
		</div>
	)
}
