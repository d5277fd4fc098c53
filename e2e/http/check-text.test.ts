import { expect, test } from 'vitest'
import { findStory } from '@/domain/articles/stories'
import { addPerson } from '@/domain/people'
import { signIn } from '@/domain/sessions'
import { SESSION_COOKIE } from '@/lib/cookies'
import { sendRequest } from '../support/http-client'
import { liveStory } from '../support/stories'
import { withServer } from './in-process-server'

const server = withServer()
const ACCOUNT = {
	name: 'Edith',
	email: 'edith@example.org',
	password: 'a good long password',
	role: 'editor',
} as const

test('only staff can check unsaved text; checking writes no rows', async () => {
	await addPerson(ACCOUNT)
	const { token } = await signIn(ACCOUNT.email, ACCOUNT.password)
	const { editor, articleId } = await liveStory()
	const form = new FormData()
	for (const [name, value] of Object.entries({ headline: 'The TK', section: '', bodyText: 'It opened.' }))
		form.append(name, value)
	const encoded = new Response(form)
	const type = encoded.headers.get('content-type') as string
	const body = Buffer.from(await encoded.arrayBuffer())
	const ask = (cookie: string) =>
		sendRequest(`${server.address}/desk/stories/check`, {
			method: 'POST',
			headers: { Cookie: cookie, Origin: server.address, 'Content-Type': type },
			body,
		})
	const answer = await ask(`${SESSION_COOKIE}=${token}`)
	expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('A mark to come back to')])
	expect(JSON.parse(answer.text).blocks).toMatchObject([{ field: 'section' }, { field: 'bylines' }])
	expect((await ask('')).status).toBe(401)
	expect((await findStory(editor, articleId)).fields.headline).toBe('The bridge opens again')
})
