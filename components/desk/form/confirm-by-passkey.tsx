'use client'

import { startAuthentication } from '@simplewebauthn/browser'
import { useEffect, useRef, useState } from 'react'
import styles from './form.module.css'

type Options = { token: string; options: Parameters<typeof startAuthentication>[0]['optionsJSON'] }

const FAILED = 'No passkey was used. Please try again, or type your password.'

/** Confirms the sign-in with a passkey, and sends the form again. Shown where scripts run and passkeys exist. */
export function ConfirmByPasskey() {
	const button = useRef<HTMLButtonElement>(null)
	const [isSupported, setSupported] = useState(false)
	const [problem, setProblem] = useState('')
	useEffect(() => setSupported('PublicKeyCredential' in window), [])

	async function confirm() {
		setProblem('')
		try {
			const { token, options } = await post<Options>('/session/passkey/options', {})
			const response = JSON.stringify(await startAuthentication({ optionsJSON: options }))
			await post('/session/passkey/confirm', { token, response })
			button.current?.form?.requestSubmit()
		} catch (error) {
			setProblem(error instanceof RefusedError ? error.message : FAILED)
		}
	}

	return (
		isSupported && (
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

class RefusedError extends Error {}

async function post<T>(path: string, fields: Record<string, string>): Promise<T> {
	const response = await fetch(path, {
		method: 'POST',
		body: JSON.stringify(fields),
		headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
	})
	const data = await response.json()
	if (!response.ok) throw new RefusedError(data.detail ?? FAILED)
	return data
}
