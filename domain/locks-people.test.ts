import { beforeAll, expect, test } from 'vitest'
import { traceWrites, withDatabase } from '@/db/testing'
import { createStaff } from '@/e2e/support/stories'
import { makePasswordLink } from './password-links'
import { addPerson } from './people'
import type { StaffViewer } from './permissions'
import { changeRole, disablePerson, enablePerson } from './person-access'
import { EMPTY_PROFILE } from './profile-fields'
import { changeProfile, createAuthor } from './profiles'
import { moveToTrash } from './trash/trash'

withDatabase()

let owner: StaffViewer
beforeAll(async () => {
	owner = await createStaff('owner')
})

const named = (name: string) => ({ ...EMPTY_PROFILE, name })

test.each([
	['changeProfile', changeProfileOf],
	['changeRole', async (id: string) => changeRole(owner, id, 'editor')],
	['disablePerson', async (id: string) => disablePerson(owner, id)],
	['enablePerson', async (id: string) => enablePerson(owner, id)],
	['makePasswordLink', async (id: string) => makePasswordLink(owner, id)],
	['moveToTrash', async (id: string) => moveToTrash(owner, 'person', id)],
])('%s locks the person before it reads', async (_, run) => {
	const email = `${crypto.randomUUID()}@example.org`
	const { id } = await addPerson({ name: 'Nia', email, password: 'a long password', role: 'reader' })
	requireOrder(await traceWrites(() => run(id)), `lock person ${id}`, 'people')
})

test('createAuthor locks the slug before it reads', async () => {
	const trace = await traceWrites(() => createAuthor(owner, named('Kit')))
	requireOrder(trace, 'lock person slug kit', 'person_redirects')
})

async function changeProfileOf(id: string): Promise<void> {
	await changeProfile(owner, id, named('Ada'))
}

function requireOrder(trace: string[], lock: string, table: string): void {
	const locked = trace.indexOf(lock)
	const read = trace.findIndex((line) => line.startsWith('select') && line.includes(`from "${table}"`))
	expect(locked, trace.join('\n')).toBeGreaterThanOrEqual(0)
	expect(read, trace.join('\n')).toBeGreaterThan(locked)
}
