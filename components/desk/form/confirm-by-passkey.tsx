'use client'

import { useRef, useState } from 'react'
import styles from './form.module.css'
import { postPasskey, usePasskeySupport } from './session-requests'

/** Confirms the sign-in with a passkey, and sends the form again. Shown where scripts run and passkeys exist. */
export function ConfirmByPasskey() {
	const button = useRef<HTMLButtonElement>(null)
	const [problem, setProblem] = useState('')

	async function confirm() {
		setProblem('')
		try {
			await postPasskey('/session/passkey/confirm')
			button.current?.form?.requestSubmit()
		} catch (error) {
			setProblem((error as Error).message)
		}
	}

	return (
		usePasskeySupport() && (
			<>
				<button ref={button} type="button" className={styles.plain} onClick={confirm}>
					Use a passkey
				</button>
				<p role="status" className={styles.hint}>
					{problem}
				</p>
			</>
		)
	)
}
