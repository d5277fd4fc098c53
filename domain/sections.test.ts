import { expect, test } from 'vitest'
import { readDb } from '@/db'
import { auditEvents } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { EMPTY_STORY } from './articles/fields'
import { findArticle } from './articles/find-article'
import { listSections } from './articles/lists'
import { publishStory } from './articles/publish'
import { startStory } from './articles/save'
import { parseMarkdown } from './body/markdown'
import { addPerson } from './people'
import { createSection, hasSections } from './sections'

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
