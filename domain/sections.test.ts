import { expect, test } from 'vitest'
import { readDb } from '@/db'
import { auditEvents } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { EMPTY_STORY } from './articles/fields'
import { findArticle } from './articles/find-article'
import { listSection, listSections } from './articles/lists'
import { publishStory } from './articles/publish'
import { startStory } from './articles/save'
import { parseMarkdown } from './body/markdown'
import { addPerson } from './people'
import {
	changeSection,
	createSection,
	createSections,
	hasSections,
	moveSection,
	setSectionRetired,
} from './sections'

withDatabase()

const owner = async (role: 'owner' | 'editor' = 'owner') => {
	const account = {
		name: 'Ada',
		email: `${crypto.randomUUID()}@example.org`,
		password: 'a good long password',
	}
	const { id, slug } = await addPerson({ ...account, role })
	return { slug, person: { id, name: account.name, email: account.email, role }, readerId: null }
}

test('an owner creates the first section and publishes in it', async () => {
	const ada = await owner()
	expect(await hasSections()).toBe(false)
	const story = { ...EMPTY_STORY, headline: 'Our first', bylines: [ada.slug], body: parseMarkdown('Words.') }
	const { articleId, revisionId } = await startStory(ada, story)
	const early = publishStory(ada, articleId, { revisionId })
	await expect(early).rejects.toThrow(/no section yet.*Sections/)
	const { slug } = await createSection(ada, { name: ' Town\u00a0hall ', slug: '' })
	expect(slug).toBe('town-hall')
	const second = await startStory(ada, { ...story, section: slug })
	await publishStory(ada, second.articleId, { revisionId: second.revisionId })
	const found = await findArticle(second.slug)
	expect(found).toMatchObject({ article: { section: { name: 'Town\u00a0hall' } } })
	expect((await readDb().select().from(auditEvents)).map(({ action }) => action)).toContain('make section')
})

test('sections keep their order of creation', async () => {
	const ada = await owner()
	await createSection(ada, { name: 'समाचार', slug: '' })
	await createSection(ada, { name: 'Arts', slug: 'Culture & arts' })
	expect((await listSections()).slice(-2)).toEqual([
		{ slug: 'समाचार', name: 'समाचार' },
		{ slug: 'culture-arts', name: 'Arts' },
	])
})

test.each([
	[{ name: ' \u00a0', slug: '' }, 'name'],
	[{ name: 'x'.repeat(41), slug: '' }, 'name'],
	[{ name: 'ARTS', slug: 'other' }, 'name'],
	[{ name: 'Culture', slug: 'culture-arts' }, 'slug'],
	[{ name: '🎉', slug: '' }, 'slug'],
])('%j is refused by field', async (section, field) => {
	await expect(createSection(await owner(), section)).rejects.toMatchObject({ field })
})

test('an editor may not create sections', async () => {
	const refusal = createSection(await owner('editor'), { name: 'Sport', slug: '' })
	await expect(refusal).rejects.toMatchObject({ code: 'forbidden' })
})

test('a renamed section redirects from its old address to the new one', async () => {
	const ada = await owner()
	const { slug } = await createSection(ada, { name: 'Tides', slug: '' })
	const { id } = (await listSection(slug)).section ?? { id: 0 }
	await changeSection(ada, id, { name: 'Waters', slug: 'Waters', description: ' Salt and sweet. ' })
	expect((await listSection('tides')).section).toMatchObject({
		slug: 'waters',
		name: 'Waters',
		description: 'Salt and sweet.',
	})
	await expect(createSection(ada, { name: 'Tides', slug: '' })).rejects.toMatchObject({ field: 'slug' })
	await changeSection(ada, id, { name: 'Tides', slug: 'tides' })
	expect((await listSection('waters')).section).toMatchObject({
		slug: 'tides',
		description: 'Salt and sweet.',
	})
	const event = (await readDb().select().from(auditEvents).orderBy(auditEvents.id)).at(-1)
	expect(event?.detail).toEqual({
		from: { name: 'Waters', slug: 'waters' },
		to: { name: 'Tides', slug: 'tides' },
	})
})

test('a section cannot take another’s name, or its current or former address', async () => {
	const ada = await owner()
	await createSection(ada, { name: 'Bread', slug: '' })
	await createSection(ada, { name: 'Butter', slug: '' })
	const { id } = (await listSection('butter')).section ?? { id: 0 }
	const to = (name: string, slug: string) => changeSection(ada, id, { name, slug })
	await expect(to('bread', 'butter')).rejects.toMatchObject({ code: 'conflict', field: 'name' })
	await expect(to('Butter', 'bread')).rejects.toMatchObject({ code: 'conflict', field: 'slug' })
	await expect(
		changeSection(ada, id, { name: 'Butter', slug: 'b', description: 'x'.repeat(301) }),
	).rejects.toMatchObject({ field: 'description' })
})

test('sections move in the menu until its ends', async () => {
	const ada = await owner()
	const names = async () => (await listSections()).map(({ name }) => name)
	const last = (await names()).at(-1)
	const { id } = (await listSection((await listSections()).at(-1)?.slug ?? '')).section ?? { id: 0 }
	await moveSection(ada, id, 'down')
	expect((await names()).at(-1)).toBe(last)
	await moveSection(ada, id, 'up')
	expect((await names()).at(-2)).toBe(last)
	for (let moves = 0; moves < 20; moves += 1) await moveSection(ada, id, 'up')
	expect((await names())[0]).toBe(last)
})

test('a retired section keeps its page and returns as the last', async () => {
	const ada = await owner()
	const { slug } = await createSection(ada, { name: 'Circus', slug: '' })
	const { id } = (await listSection(slug)).section ?? { id: 0 }
	await setSectionRetired(ada, id, true)
	expect((await listSections()).map((each) => each.slug)).not.toContain(slug)
	expect((await listSection(slug)).section).toMatchObject({ name: 'Circus' })
	await expect(createSection(ada, { name: 'circus', slug: 'other' })).rejects.toMatchObject({ field: 'name' })
	await setSectionRetired(ada, id, false)
	expect((await listSections()).at(-1)?.slug).toBe(slug)
})

test('several sections are made at once, without those that exist', async () => {
	const ada = await owner()
	const before = (await listSections()).length
	await createSections(ada, ['Weather', 'ARTS', 'Weather', 'Letters'])
	expect((await listSections()).slice(before).map(({ name }) => name)).toEqual(['Weather', 'Letters'])
	await expect(createSections(ada, ['Fine', ' '])).rejects.toMatchObject({ field: 'name' })
	expect((await listSections()).map(({ name }) => name)).not.toContain('Fine')
})
