import { startAuthentication } from '@simplewebauthn/browser'
import { useEffect, useState } from 'react'

const UNREACHABLE = 'The server could not be reached. Please try again in a moment.'
const CANCELLED = 'No passkey was used. You can try again, or go on without one.'

/** A refused or lost request, in words for the person; `status` is 0 without a response. */
export class SessionRequestError extends Error {
	constructor(
		message: string,
		readonly status = 0,
	) {
		super(message)
	}
}

/** Posts fields to a route of the session. @throws SessionRequestError */
export async function postSession<T>(path: string, fields: Record<string, string>): Promise<T> {
	const response = await fetch(path, {
		method: 'POST',
		body: JSON.stringify(fields),
		headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
	}).catch(() => null)
	if (!response) throw new SessionRequestError(UNREACHABLE)
	const data = await response.json().catch(() => ({}))
	if (!response.ok) throw new SessionRequestError(data.detail ?? UNREACHABLE, response.status)
	return data
}

type Options = { token: string; options: Parameters<typeof startAuthentication>[0]['optionsJSON'] }

/** Opens the browser's dialog of passkeys, and posts its response. @throws SessionRequestError */
export async function postPasskey(path: string): Promise<void> {
	const { token, options } = await postSession<Options>('/session/passkey/options', {})
	const response = await startAuthentication({ optionsJSON: options }).catch(() => {
		throw new SessionRequestError(CANCELLED)
	})
	await postSession(path, { token, response: JSON.stringify(response) })
}

/** Whether the browser has passkeys; false until scripts run. */
export function usePasskeySupport(): boolean {
	const [isSupported, setSupported] = useState(false)
	useEffect(() => setSupported('PublicKeyCredential' in window), [])
	return isSupported
}
