import { expect, test } from 'vitest'
import { findStory } from '@/domain/articles/stories'
import { addPerson } from '@/domain/people'
import type { StaffViewer } from '@/domain/permissions'
import { signIn } from '@/domain/sessions'
import { SESSION_COOKIE } from '@/lib/cookies'
import { edit, loadEdition } from '../support/demo-edition'
import { sendDeskForm } from '../support/desk-form'
import { sendRequest } from '../support/http-client'
import { withServer } from './in-process-server'

const server = withServer()

test('one form lists leaving and staying rows and removes the demo edition', async () => {
	const account = { name: 'Ada', email: 'ada@example.org', password: 'a good long password' }
	const { id } = await addPerson({ ...account, role: 'owner' })
	const cookie = `${SESSION_COOKIE}=${(await signIn(account.email, account.password)).token}`
	const owner: StaffViewer = {
		person: { id, name: 'Ada', email: account.email, role: 'owner' },
		readerId: null,
	}
	const edition = await loadEdition(owner)
	await edit(edition, 'edit a story', 0)
	await edit(edition, 'comment', 2)
	await edit(edition, 'place a photograph in an advertisement', 0)
	const [edited, untouched] = await Promise.all(edition.stories.map((story) => findStory(owner, story)))
	const pageOf = (slug = '') => fetch(`${server.address}/news/${slug}`)
	const show = async (path: string) =>
		(await sendRequest(server.address + path, { headers: { Cookie: cookie, Accept: 'text/html' } })).text
	expect((await pageOf(untouched?.slug)).status).toBe(200)

	const before = await show('/desk/demo')
	expect(before).toMatch(/1 story, 1 photograph, 1 section and 1 advertisement/)
	expect(before).toContain('you changed it')
	expect(before).toContain(edited?.fields.headline)

	const form = { form: 'demo-removal', button: ['', ''] as [string, string], cookie }
	const early = await sendDeskForm(`${server.address}/desk/demo`, { ...form, changes: {} })
	expect(early.text).toContain('Please type “remove” to confirm. Nothing was removed.')
	expect((await pageOf(untouched?.slug)).status).toBe(200)
	const sent = await sendDeskForm(`${server.address}/desk/demo`, { ...form, changes: { word: 'Remove' } })
	expect(sent.status).toBe(303)
	expect((await pageOf(untouched?.slug)).status).toBe(404)
	expect((await pageOf(edited?.slug)).status).toBe(200)
	const after = await show('/desk/demo')
	expect(after).toContain('Removed: 1 story, 1 photograph, 1 section and 1 advertisement.')
	expect(after).toContain(edited?.fields.headline)
	expect(after).not.toContain('id="demo-removal"')
})
