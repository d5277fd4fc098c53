'use client'

import { useEffect, useRef } from 'react'
import styles from './form.module.css'
import { fieldId, useForm } from './form-context'

/** No one field is wrong then, but the story cannot be published as it is. */
const NO_FIELD = 'publish'

/** What went wrong, where the eye and the screen reader land first, with a link to the field. */
export function ErrorSummary() {
	const { id, state } = useForm()
	const summary = useRef<HTMLDivElement>(null)

	useEffect(() => {
		if (state.message) summary.current?.focus()
	}, [state])

	if (!state.message) return null
	return (
		// biome-ignore lint/a11y/noAutofocus: without a script this is the only way to lead to the mistake.
		<div ref={summary} className={styles.summary} role="alert" tabIndex={-1} autoFocus>
			<p>
				{state.field && state.field !== NO_FIELD ? (
					<a href={`#${fieldId(id, state.field)}`}>{state.message}</a>
				) : (
					state.message
				)}
			</p>
			{state.signedOut && (
				<p>
					Your words are kept on this page.{' '}
					<a href="/sign-in?next=/desk" target="_blank" rel="noopener">
						Sign in in a new tab
					</a>
					, then come back here and try again.
				</p>
			)}
		</div>
	)
}
