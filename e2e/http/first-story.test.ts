import { expect, test } from 'vitest'
import { addPerson } from '@/domain/people'
import { signIn } from '@/domain/sessions'
import { SESSION_COOKIE } from '@/lib/cookies'
import { sendDeskForm } from '../support/desk-form'
import { sendRequest } from '../support/http-client'
import { withServer } from './in-process-server'

const server = withServer()
const PASSWORD = 'a good long password'

/** Asserts on the text alone; a whole page would hide the difference. */
const demandWords = (page: string, words: string) =>
	expect([words, page.includes(words)]).toEqual([words, true])

async function cookieOf(role: 'owner' | 'editor'): Promise<string> {
	const email = `${role}@example.org`
	await addPerson({ name: `Ada ${role}`, email, password: PASSWORD, role })
	const { token } = await signIn(email, PASSWORD)
	return `${SESSION_COOKIE}=${token}`
}

const show = async (path: string, cookie: string) =>
	(await sendRequest(server.address + path, { headers: { Cookie: cookie, Accept: 'text/html' } })).text

test('an empty site publishes its first story', async () => {
	const cookie = await cookieOf('owner')
	const started = await sendDeskForm(`${server.address}/desk/stories/new`, {
		form: 'story',
		changes: { headline: 'Our first story', bodyText: 'The bridge opens.' },
		button: ['', ''],
		cookie,
	})
	expect(started.status).toBe(303)
	const [desk = ''] = (started.headers.location ?? '').match(/\/desk\/stories\/\d+/) ?? []
	demandWords(await show(desk, cookie), 'Make one in a new tab')
	demandWords(await show(desk, await cookieOf('editor')), 'An owner or administrator makes one')

	const publish = { form: 'story', button: ['then', 'publish'] as [string, string], cookie }
	const early = await sendDeskForm(server.address + desk, { ...publish, changes: {} })
	demandWords(early.text, 'Not published. There is no section yet')

	const section = { form: 'section', button: ['', ''] as [string, string], cookie }
	const made = await sendDeskForm(`${server.address}/desk/sections`, {
		...section,
		changes: { name: 'Town hall', slug: '' },
	})
	expect(made.status).toBe(303)
	const again = await sendDeskForm(`${server.address}/desk/sections`, {
		...section,
		changes: { name: 'TOWN HALL', slug: 'other' },
	})
	demandWords(again.text, 'There is a section called “Town hall” already.')
	demandWords(again.text, 'value="TOWN HALL"')

	const sent = await sendDeskForm(server.address + desk, { ...publish, changes: { section: 'town-hall' } })
	expect(sent.status).toBe(303)
	const front = await sendRequest(`${server.address}/`)
	demandWords(front.text, 'Our first story')
	demandWords(front.text, 'href="/sections/town-hall"')
})
