import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { createStaff } from '@/e2e/support/stories'
import { addPerson } from './people'
import { listPeople, type PeopleGroup } from './people-list'
import type { StaffViewer } from './permissions'
import { disablePerson } from './person-access'
import { EMPTY_PROFILE } from './profile-fields'
import { createAuthor } from './profiles'

withDatabase()

let owner: StaffViewer

beforeAll(async () => {
	owner = await createStaff('owner', 'Owen Tarn')
	const author = (name: string, changes = {}) => createAuthor(owner, { ...EMPTY_PROFILE, name, ...changes })
	await author('Ægir Łukasz', { beat: 'Hafen und Straßen' })
	await author('Reuters', { kind: 'organisation' })
	await author('लीला शर्मा')
	await disablePerson(owner, await author('Gone Guest'))
	for (const [name, role] of [
		['Edith Marsh', 'editor'],
		['Rita Reader', 'reader'],
	] as const)
		await addPerson({ name, email: `${role}@example.org`, password: 'press no. 1 of it', role })
})

const names = async (group: PeopleGroup, query = '') =>
	(await listPeople(owner, { group, query })).people.map(({ name }) => name)

test('groups divide all people', async () => {
	expect(await names('newsroom')).toEqual(['Edith Marsh'])
	expect(await names('authors')).toEqual(['Owen Tarn', 'Ægir Łukasz', 'लीला शर्मा'])
	expect(await names('organisations')).toEqual(['Reuters'])
	expect(await names('readers')).toEqual(['Rita Reader'])
	expect(await names('disabled')).toEqual(['Gone Guest'])
})

test('search finds names, beats and addresses in any script', async () => {
	expect(await names('authors', 'aegir lukasz')).toEqual(['Ægir Łukasz'])
	expect(await names('authors', 'STRASSEN')).toEqual(['Ægir Łukasz'])
	expect(await names('authors', 'शर्मा')).toEqual(['लीला शर्मा'])
	expect(await names('readers', 'reader@')).toEqual(['Rita Reader'])
	expect(await names('authors', 'reuters')).toEqual([])
})

test('pages reach every person once', async () => {
	for (let number = 0; number < 7; number += 1)
		await createAuthor(owner, { ...EMPTY_PROFILE, name: 'The same name' })
	for (const query of ['', 'same']) {
		const found: string[] = []
		for (let past: string | null | undefined; past !== null; ) {
			const page = await listPeople(owner, { group: 'authors', query, past, limit: 3 })
			expect(page.people.length).toBeLessThanOrEqual(3)
			found.push(...page.people.map(({ id }) => id))
			past = page.past
		}
		expect(new Set(found).size).toBe(query ? 7 : 10)
		expect(found).toHaveLength(new Set(found).size)
	}
})

test('only owners and admins list people', async () => {
	const refused = listPeople(await createStaff('editor'), { group: 'readers' })
	await expect(refused).rejects.toMatchObject({ code: 'forbidden' })
})
