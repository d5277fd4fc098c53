import { type Fields, handleForm } from './form-route'
import { clientKey, enforceRateLimit } from './rate-limits'

/** Handles a request of the passkey script, which posts JSON and gets JSON. */
export const passkeyForm = (
	request: Request,
	run: (fields: Fields) => Promise<Response>,
): Promise<Response> =>
	handleForm(request, {
		page: () => '/sign-in',
		secret: ['token', 'response'],
		run: async (fields) => {
			await enforceRateLimit('link', clientKey())
			return run(fields)
		},
	})

export const json = (data: unknown, cookies: string[] = []): Response =>
	Response.json(data, {
		headers: [
			['Cache-Control', 'no-store'],
			...cookies.map((line): [string, string] => ['Set-Cookie', line]),
		],
	})
