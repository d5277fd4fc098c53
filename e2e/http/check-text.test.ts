import { beforeAll, expect, test } from 'vitest'
import { findStory } from '@/domain/articles/stories'
import { addPerson } from '@/domain/people'
import { signIn } from '@/domain/sessions'
import { SESSION_COOKIE } from '@/lib/cookies'
import { encodedForm } from '../support/desk-form'
import { sendRequest } from '../support/http-client'
import { liveStory } from '../support/stories'
import { withServer } from './in-process-server'

const server = withServer()
let cookie: string
const ACCOUNT = {
	name: 'Edith',
	email: 'edith@example.org',
	password: 'a good long password',
	role: 'editor',
} as const

beforeAll(async () => {
	await addPerson(ACCOUNT)
	cookie = `${SESSION_COOKIE}=${(await signIn(ACCOUNT.email, ACCOUNT.password)).token}`
})

test('only staff can check unsaved text; checking writes no rows', async () => {
	const { editor, articleId } = await liveStory()
	const form = new FormData()
	for (const [name, value] of Object.entries({ headline: 'The TK', section: '', bodyText: 'It opened.' }))
		form.append(name, value)
	const ask = async (session: string) =>
		sendRequest(`${server.address}/desk/stories/check`, await encodedForm(server.address, session, form))
	const answer = await ask(cookie)
	expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('A mark to come back to')])
	expect(JSON.parse(answer.text).blocks).toMatchObject([{ field: 'section' }, { field: 'bylines' }])
	expect((await ask('')).status).toBe(401)
	expect((await findStory(editor, articleId)).fields.headline).toBe('The bridge opens again')
})

test('the check of links lists those of the form, saved or not', async () => {
	const { editor, articleId, revisionId } = await liveStory()
	const form = new FormData()
	const fields = {
		story: String(articleId),
		baseRevisionId: String(revisionId),
		headline: 'Not saved',
		bodyText: 'See [the chart](https://example.org/chart).',
		sources: 'Port office | https://example.org/port',
		show: 'links',
	}
	for (const [name, value] of Object.entries(fields)) form.append(name, value)
	const request = await encodedForm(server.address, cookie, form)
	const { status, headers } = await sendRequest(`${server.address}/desk/stories/preview`, request)
	expect([status, headers.location]).toEqual([
		303,
		expect.stringMatching(`^/desk/stories/${articleId}/links\\?autosave=\\w+$`),
	])
	const show = async (path: string) =>
		(await sendRequest(server.address + path, { headers: { Cookie: cookie, Accept: 'text/html' } })).text
	const shown = await show(String(headers.location))
	expect(shown).toContain('The text as you were writing it, not saved yet.')
	for (const url of ['https://example.org/chart', 'https://example.org/port']) expect(shown).toContain(url)
	expect(await show(`/desk/stories/${articleId}/links`)).toContain('has no link to another site')
	expect((await findStory(editor, articleId)).fields.headline).toBe('The bridge opens again')
})
