import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import * as words from '@/lib/messages/en/passkeys'

type Use = 'sign-in' | 'register' | 'confirm'
type Answer = { location?: string; signIn?: string; title?: string; detail?: string; status?: number }

const CONFIRM_PAGE = '/account/confirm?next=/account'

/** A response of the server that ends the ceremony. */
class RefusedError extends Error {}

async function post<T>(path: string, fields: Record<string, string>): Promise<T> {
	const response = await fetch(path, {
		method: 'POST',
		body: JSON.stringify(fields),
		headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
	}).catch(() => {
		throw new RefusedError(words.unreachable)
	})
	const data = (await response.json().catch(() => ({}))) as T & Answer
	if (response.ok) return data
	if (data.signIn) location.assign(data.signIn)
	// The registration of a passkey needs a recent sign-in.
	else if (response.status === 403 && path === '/account/passkeys/options') location.assign(CONFIRM_PAGE)
	throw new RefusedError(data.detail ?? words.unreachable)
}

const USES: Record<Use, (fields: Record<string, string>) => Promise<void>> = {
	'sign-in': async (fields) => {
		const response = await authenticate()
		follow(await post<Answer>('/session/passkey', { ...fields, ...response }))
	},
	confirm: async () => {
		await post('/session/passkey/confirm', await authenticate())
		document.querySelector<HTMLFormElement>('form#confirm')?.submit()
	},
	register: async (fields) => {
		type Registration = { token: string; options: Parameters<typeof startRegistration>[0]['optionsJSON'] }
		const { token, options } = await post<Registration>('/account/passkeys/options', {})
		const response = JSON.stringify(await startRegistration({ optionsJSON: options }))
		follow(await post<Answer>('/account/passkeys/add', { ...fields, token, response }))
	},
}

async function authenticate(): Promise<{ token: string; response: string }> {
	type Authentication = { token: string; options: Parameters<typeof startAuthentication>[0]['optionsJSON'] }
	const { token, options } = await post<Authentication>('/session/passkey/options', {})
	return { token, response: JSON.stringify(await startAuthentication({ optionsJSON: options })) }
}

const follow = ({ location: path }: Answer): void => location.assign(path ?? '/')

function start(form: HTMLFormElement): void {
	const use = USES[form.dataset.passkey as Use]
	const status = form.querySelector('[role="status"]')
	form.hidden = false
	form.addEventListener('submit', async (event) => {
		event.preventDefault()
		if (status) status.textContent = ''
		const fields = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))
		try {
			await use(fields)
		} catch (error) {
			// The browser reports a cancelled and an unavailable dialog alike.
			const message = error instanceof RefusedError ? error.message : words.cancelled
			if (status) status.textContent = message
		}
	})
}

// Undefined on sites without https and in browsers without passkeys, which use the password.
if ('PublicKeyCredential' in window)
	for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) start(form)
