'use client'

import { useEffect, useRef } from 'react'
import styles from './form.module.css'
import { fieldId, problemId, useForm } from './form-context'
import { takesText } from './takes-text'

/**
 * Error summary of a form, with a link to the field. It takes the focus, except from a text field, which
 * keeps the next keystrokes. When the error is gone, the focus returns to the previous element.
 */
export function ErrorSummary() {
	const { id, state } = useForm()
	const summary = useRef<HTMLDivElement>(null)
	const before = useRef<Element | null>(null)

	useEffect(() => {
		const focused = document.activeElement
		if (!state.message) {
			if (focused === document.body && before.current instanceof HTMLElement) before.current.focus()
			before.current = null
		} else if (!takesText(focused)) {
			if (focused !== summary.current) before.current = focused
			summary.current?.focus()
		} else if (focused instanceof HTMLInputElement) summary.current?.scrollIntoView({ block: 'nearest' })
	}, [state])

	if (!state.message) return null
	return (
		// biome-ignore lint/a11y/noAutofocus: without a script this is the only way to lead to the mistake.
		<div ref={summary} id={problemId(id)} className={styles.summary} role="alert" tabIndex={-1} autoFocus>
			<p>{state.field ? <a href={`#${fieldId(id, state.field)}`}>{state.message}</a> : state.message}</p>
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
