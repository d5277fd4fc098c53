import { expect, test } from 'vitest'
import { readDb, write } from '@/db'
import { ads, auditEvents } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, storyFields } from '@/e2e/support/stories'
import { findArticle } from './articles/find-article'
import { listSection, listSections } from './articles/lists'
import { publishStory } from './articles/publish'
import { saveStory, startStory } from './articles/save'
import { findStory, listStories } from './articles/stories'
import { findDeskSection, listDeskSections } from './desk-sections'
import { mergeSection } from './merge-sections'
import { changeSection, createSection } from './sections'

withDatabase()

const owner = () => createStaff('owner')

async function section(name: string) {
	const ada = await owner()
	const { slug } = await createSection(ada, { name, slug: '' })
	const found = (await listDeskSections(ada)).find((each) => each.slug === slug)
	return { ada, slug, id: found?.id ?? 0 }
}

test('a merged section moves its stories and its addresses', async () => {
	const { ada, id, slug } = await section('Harbour')
	const quay = await section('Quay')
	await changeSection(ada, id, { name: 'Harbour', slug: 'harbour-news' })
	const live = await liveStory({ section: 'harbour-news', headline: 'The crane' })
	const draft = await startStory(
		ada,
		await storyFields(ada, { section: 'harbour-news', headline: 'The tug' }),
	)
	await write(async (tx) => {
		const words = { title: 'A letter', text: 'Weekly.', url: 'https://example.org/' }
		await tx.insert(ads).values({ ...words, sectionIds: [id, quay.id] })
	})
	expect(await findDeskSection(ada, id)).toMatchObject({ stories: 2, oldSlugs: [slug] })

	await mergeSection(ada, id, quay.id)
	for (const old of ['harbour-news', slug])
		expect((await listSection(old)).section).toMatchObject({ slug: 'quay' })
	expect((await listSection('quay')).cards.map(({ headline }) => headline)).toEqual(['The crane'])
	expect(await findArticle(live.slug)).toMatchObject({ article: { section: { slug: 'quay' } } })
	expect((await findStory(ada, draft.articleId)).fields.section).toBe('quay')
	expect((await listStories(ada, { section: 'quay' })).stories).toHaveLength(2)
	expect((await listSections()).map((each) => each.slug)).not.toContain('harbour-news')
	expect(await findDeskSection(ada, quay.id)).toMatchObject({
		stories: 2,
		oldSlugs: [slug, 'harbour-news'].sort(),
	})
	expect((await readDb().select().from(ads)).map(({ sectionIds }) => sectionIds)).toEqual([[quay.id]])
	expect((await readDb().select().from(auditEvents).orderBy(auditEvents.id)).at(-1)).toMatchObject({
		action: 'merge section',
		detail: { from: { name: 'Harbour' }, to: { name: 'Quay' }, stories: 2 },
	})
})

test('revisions and forms of a merged section publish in its target', async () => {
	const { ada, id, slug } = await section('Ferries')
	const target = await section('Ships')
	const { articleId, revisionId } = await startStory(ada, await storyFields(ada, { section: slug }))
	await mergeSection(ada, id, target.id)
	await publishStory(ada, articleId, { revisionId })
	expect((await listSection('ships')).cards.map((card) => card.id)).toEqual([articleId])
	const saved = await saveStory(ada, articleId, revisionId, await storyFields(ada, { section: slug }))
	expect(saved.kind).toBe('saved')
	expect((await findStory(ada, articleId)).fields.section).toBe('ships')
})

test('merging again moves the addresses of the first merge along', async () => {
	const [one, two, three] = [await section('One'), await section('Two'), await section('Three')]
	const { articleId } = await liveStory({ section: 'one' })
	await mergeSection(one.ada, one.id, two.id)
	await mergeSection(one.ada, two.id, three.id)
	expect((await listSection('one')).section).toMatchObject({ id: three.id })
	expect((await listSection('three')).cards.map((card) => card.id)).toEqual([articleId])
})

test('merging into the same, a retired or a merged section is refused', async () => {
	const { ada, id } = await section('Solo')
	await expect(mergeSection(ada, id, id)).rejects.toMatchObject({ code: 'invalid' })
	await expect(mergeSection(ada, id, 99)).rejects.toMatchObject({ code: 'not-found' })
	const other = await section('Duo')
	await mergeSection(ada, other.id, id)
	await expect(mergeSection(ada, id, other.id)).rejects.toMatchObject({ code: 'not-found' })
	await expect(mergeSection(ada, other.id, id)).rejects.toMatchObject({ code: 'not-found' })
	await expect(mergeSection(await createStaff('editor'), id, 1)).rejects.toMatchObject({ code: 'forbidden' })
})
