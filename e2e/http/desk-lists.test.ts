import { beforeAll, expect, test } from 'vitest'
import { write } from '@/db'
import { photos } from '@/db/schema'
import { startStory } from '@/domain/articles/save'
import { addPerson, findPersonByEmail } from '@/domain/people'
import { signIn } from '@/domain/sessions'
import { SESSION_COOKIE } from '@/lib/cookies'
import { sendDeskForm } from '../support/desk-form'
import { sendRequest } from '../support/http-client'
import { storyFields } from '../support/stories'
import { withServer } from './in-process-server'

const server = withServer()
const ACCOUNT = { email: 'edith@example.org', password: 'a good long password' }
const STORIES = 210
const PHOTOS = 90

let cookie: string

beforeAll(async () => {
	await addPerson({ ...ACCOUNT, name: 'Edith Marsh', role: 'editor' })
	const person = await findPersonByEmail(ACCOUNT.email)
	if (!person) throw new Error('The account is missing.')
	const { id, name, role } = person
	const editor = { person: { id, name, role, email: ACCOUNT.email }, readerId: null }
	const fields = await storyFields(editor)
	for (let number = 0; number < STORIES; number += 1)
		await startStory(editor, { ...fields, headline: `Story ${number}`, section: number % 2 ? 'news' : '' })
	const row = { mime: 'image/jpeg' as const, width: 300, height: 200, widths: [300] }
	await write((tx) =>
		tx.insert(photos).values(Array.from({ length: PHOTOS }, (_, n) => ({ ...row, hash: `hash ${n}` }))),
	)
	cookie = `${SESSION_COOKIE}=${(await signIn(ACCOUNT.email, ACCOUNT.password)).token}`
})

const show = async (path: string) =>
	(await sendRequest(server.address + path, { headers: { Cookie: cookie, Accept: 'text/html' } })).text

/** Follows the links to the next page; `item` matches the number of each item of a list. */
async function pagesOf(
	path: string,
	item: RegExp,
): Promise<{ addresses: string[]; items: number[]; texts: string[] }> {
	const found = { addresses: [] as string[], items: [] as number[], texts: [] as string[] }
	for (let next: string | undefined = path; next !== undefined; ) {
		const html: string = await show(next)
		found.addresses.push(next)
		found.texts.push(html)
		found.items.push(...Array.from(html.matchAll(item), ([, number]) => Number(number)))
		next = /<a(?=[^>]*rel="next")[^>]*href="([^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
	}
	return found
}

const STORY = /\/desk\/stories\/\d+"><bdi>Story (\d+)<\/bdi>/g

test('pages of the story list contain every story and state their counts', async () => {
	const { items, texts } = await pagesOf('/desk', STORY)
	expect(items).toEqual(Array.from({ length: STORIES }, (_, index) => STORIES - 1 - index))
	expect(texts.map((text) => /[^>]*\bstor(?:y|ies)\b[^<]*(?=<\/p>)/.exec(text)?.[0])).toEqual([
		'The newest 100 stories; older ones follow on the next page',
		'100 stories; older ones follow on the next page',
		'The oldest 10 stories',
	])
})

test('links between pages keep search and filters', async () => {
	const { items, addresses } = await pagesOf('/desk?query=story&section=news&state=draft', STORY)
	expect(items).toHaveLength(STORIES / 2)
	expect(addresses).toHaveLength(2)
	expect(addresses[1]).toMatch(/^\/desk\?query=story&state=draft&section=news&past=\d+$/)
	expect(await show(addresses[1] ?? '')).toContain(
		'href="/desk?query=story&amp;state=draft&amp;section=news"',
	)
})

test('pages of the photo library lead to every photograph and back', async () => {
	const { items, texts } = await pagesOf('/desk/photographs', /No\. (?:<!-- -->)?(\d+)</g)
	expect(items).toHaveLength(PHOTOS)
	expect(texts.at(-1)).toContain('href="/desk/photographs">Newest photographs')
})

test('an advertisement takes an older photograph by its number', async () => {
	const place = (photoNumber: string) =>
		sendDeskForm(`${server.address}/desk/advertisements`, {
			form: 'ad',
			changes: { title: 'A letter', text: 'Weekly.', url: 'https://example.org/', photoNumber },
			button: ['', ''],
			cookie,
		})
	expect(await show('/desk/advertisements')).not.toMatch(/name="photoId" value="1"/)
	expect((await place('one')).text).toContain('Please give the number of a photograph')
	expect((await place('1')).status).toBe(303)
})
