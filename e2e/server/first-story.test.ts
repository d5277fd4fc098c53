import { expect, test } from 'vitest'
import { write } from '@/db/write'
import { someone } from '@/domain/fixtures'
import { openSession } from '@/domain/sessions'
import { SESSION_COOKIE } from '@/lib/cookies'
import { ask } from '@/scripts/running/client'
import { sendDeskForm } from '@/scripts/running/desk-form'
import { withHouse } from './open-house'

const house = withHouse()

async function cookieOf(role: 'owner' | 'editor'): Promise<string> {
	const { person } = await someone(role, `Ada ${role}`)
	const { token } = await write((tx) => openSession(tx, person.id))
	return `${SESSION_COOKIE}=${token}`
}

const show = async (path: string, cookie: string) =>
	(await ask(house.address + path, { headers: { Cookie: cookie, Accept: 'text/html' } })).text

test('an empty site publishes its first story from the desk, without a script', async () => {
	const cookie = await cookieOf('owner')
	const started = await sendDeskForm(`${house.address}/desk/stories/new`, {
		form: 'story',
		changes: { headline: 'Our first story', bodyText: 'The bridge opens.' },
		button: ['', ''],
		cookie,
	})
	expect(started.status).toBe(303)
	const [desk = ''] = (started.headers.location ?? '').match(/\/desk\/stories\/\d+/) ?? []
	expect(await show(desk, cookie)).toContain('Make one in a new tab')
	expect(await show(desk, await cookieOf('editor'))).toContain('An owner or administrator makes one')

	const publish = { form: 'story', button: ['then', 'publish'] as [string, string], cookie }
	const early = await sendDeskForm(house.address + desk, { ...publish, changes: {} })
	expect(early.text).toContain('Not published. There is no section yet')

	const section = { form: 'section', button: ['', ''] as [string, string], cookie }
	const made = await sendDeskForm(`${house.address}/desk/sections`, {
		...section,
		changes: { name: 'Town hall', slug: '' },
	})
	expect(made.status).toBe(303)
	const again = await sendDeskForm(`${house.address}/desk/sections`, {
		...section,
		changes: { name: 'TOWN HALL', slug: 'other' },
	})
	expect(again.text).toContain('There is a section called “Town hall” already.')
	expect(again.text).toContain('value="TOWN HALL"')

	const sent = await sendDeskForm(house.address + desk, { ...publish, changes: { section: 'town-hall' } })
	expect(sent.status).toBe(303)
	const front = await ask(`${house.address}/`)
	expect(front.text).toContain('Our first story')
	expect(front.text).toContain('href="/sections/town-hall"')
})
