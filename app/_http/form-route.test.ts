import { expect, test } from 'vitest'
import { formValues } from '@/app/desk/desk-action'
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

test('fields keep every character but U+0000 and lone surrogates', async () => {
	const typed = 'a\u0000\u0001\u202e\n😀é'
	const kept = 'a\ufffd\u0001\u202e\n😀é'
	const body = `text=${encodeURIComponent(typed)}`
	const headers = {
		'content-length': String(body.length),
		'content-type': 'application/x-www-form-urlencoded',
	}
	const request = new Request('http://square.test/', { method: 'POST', headers, body })
	await runInContext(newRequestContext('203.0.113.7'), () =>
		handleForm(request, {
			run: async ({ text }) => {
				expect(text).toBe(kept)
				return new Response()
			},
		}),
	)
	const form = new FormData()
	form.append('text', typed)
	expect(formValues(form)).toEqual({ text: [kept] })
})
