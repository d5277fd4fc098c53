import { expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { Refusal } from '@/lib/refusal'
import { newRequestContext, requestContext, runInContext } from '@/lib/request-context'
import { handleForm } from './form-route'

withDatabase()

test('half a surrogate pair in JSON does not break a refusal', async () => {
	const body = JSON.stringify({ token: 'a\ud800b', name: 7 })
	const headers = { 'content-length': String(body.length), 'content-type': 'application/json' }
	const request = new Request('http://square.test/password/new', { method: 'POST', headers, body })
	await runInContext(newRequestContext('203.0.113.7'), async () => {
		const { status } = await handleForm(request, {
			page: ({ token = '' }) => `/password?token=${encodeURIComponent(token)}`,
			run: async ({ name }) => {
				throw new Refusal('invalid', `No ${name}.`)
			},
		})
		expect(status).toBe(422)
		expect(requestContext().override).toMatchObject({ formPage: '/password?token=a%EF%BF%BDb' })
	})
})
