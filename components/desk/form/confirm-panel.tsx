'use client'

import { CONFIRM_CODE, CONFIRM_PASSWORD } from '@/lib/confirm-fields'
import { ConfirmByPasskey } from './confirm-by-passkey'
import { TextField } from './fields'
import styles from './form.module.css'
import { useForm } from './form-context'

/**
 * Fields for the password or a code in a form whose action needs a recent sign-in; the form is sent again
 * with them. `Submit` adds the button that was pressed.
 */
export function ConfirmPanel() {
	const { state, pending } = useForm()
	if (!state.confirm) return null
	return (
		<fieldset className={styles.confirm}>
			<legend className={styles.label}>Confirm that it is you</legend>
			{state.confirm.password && (
				<TextField
					name={CONFIRM_PASSWORD}
					label="Your password"
					type="password"
					autoComplete="current-password"
				/>
			)}
			{state.confirm.code && (
				<TextField
					name={CONFIRM_CODE}
					label="Or a code of your authenticator app"
					inputMode="numeric"
					autoComplete="one-time-code"
				/>
			)}
			<button type="submit" className={styles.primary} aria-disabled={pending || undefined}>
				Confirm and continue
			</button>
			{state.confirm.passkey && <ConfirmByPasskey />}
		</fieldset>
	)
}
