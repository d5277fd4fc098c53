import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest'
import { CONNECT_COOKIE } from '@/lib/cookies'
import { NEW_NAME_PATH, type Provider } from '@/lib/sign-in-providers'
import { cookieHeader, type HttpResponse, post, sendRequest } from '../support/http-client'
import { type OAuthProvider, type ProviderAccount, startOAuthProvider } from '../support/oauth-provider'
import type { TestServer } from './in-process-server'

/** Sign-ins of a server through a provider on the loopback interface. */
export function withProvider(server: TestServer) {
	let provider: OAuthProvider
	let printed: string[] = []
	let number = 100
	beforeAll(async () => {
		provider = await startOAuthProvider()
		vi.spyOn(console, 'error').mockImplementation(
			(...words) => void printed.push(words.map(String).join(' ')),
		)
	})
	afterEach(() => {
		vi.unstubAllEnvs()
		provider.fault = null
		printed = []
	})
	afterAll(async () => {
		vi.restoreAllMocks()
		await provider.close()
	})

	const show = (url: string, cookie = ''): Promise<HttpResponse> =>
		sendRequest(url.startsWith('/') ? server.address + url : url, {
			headers: { Accept: 'text/html', ...(cookie && { Cookie: cookie }) },
		})
	const send = (path: string, fields: Record<string, string>, cookie = '', headers = {}) =>
		post(server.address + path, fields, { headers: { ...(cookie && { Cookie: cookie }), ...headers } })
	const start = (name: string, next = '/', cookie = '', headers = {}): Promise<HttpResponse> =>
		send(`/api/auth/signin/${name}`, { next }, cookie, headers)

	return {
		show,
		send,
		start,
		provider: () => provider,
		/** What the server wrote to its log during the test. */
		printed: () => printed,
		/** Sets the providers up for one test. */
		setUp: () => {
			for (const [name, value] of Object.entries(provider.settings)) vi.stubEnv(name, value)
			for (const name of ['SITE_URL', 'NEXTAUTH_URL']) vi.stubEnv(name, server.address)
		},
		newAccount: (changes: Partial<ProviderAccount> = {}): ProviderAccount => {
			number += 1
			return { id: String(number), name: 'Octavia Cat', email: `octavia-${number}@example.org`, ...changes }
		},
		/** A whole sign-in at the provider, with the name that a new reader chooses: the response to the last request. */
		signInWith: async (
			name: Provider,
			account: ProviderAccount,
			{ next = '/', cookie = '', publicName = account.name ?? '' } = {},
		): Promise<HttpResponse> => {
			const sent = await start(name, next, cookie)
			expect(sent.status).toBe(303)
			const back = await provider.consent(sent.headers.location ?? '', account)
			const returned = await show(back, [cookie, cookieHeader(...sent.cookies)].filter(Boolean).join('; '))
			if (!returned.headers.location?.startsWith(NEW_NAME_PATH)) return returned
			const waiting = [cookie, cookieOf(returned, CONNECT_COOKIE)].filter(Boolean).join('; ')
			return send('/account/connect/new', { name: publicName, next }, waiting)
		},
	}
}

/** A cookie that a response sets, as the browser sends it back; empty for a deleted one. */
export const cookieOf = ({ cookies }: HttpResponse, name: string): string =>
	cookies.find((line) => line.startsWith(`${name}=`) && !/Max-Age=0/.test(line))?.split(';', 1)[0] ?? ''

export const leadsTo = ({ status, headers }: HttpResponse) => [status, headers.location]
