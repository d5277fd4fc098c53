import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, storyFields } from '@/e2e/support/stories'
import { findArticle } from './articles/find-article'
import { listTag } from './articles/lists'
import { startStory } from './articles/save'
import { findStory } from './articles/stories'
import type { StaffViewer } from './permissions'
import { findMovedTag, findTag, listTags, mergeTag, renameTag } from './tags'

withDatabase()

let editor: StaffViewer
beforeAll(async () => {
	editor = await createStaff('editor')
})

const idOf = async (name: string) => (await listTags(editor)).tags.find((tag) => tag.name === name)?.id ?? 0
const tagsOf = async (id: number) => (await findStory(editor, id)).fields.tags

test('a renamed tag keeps its stories and its former address', async () => {
	const { slug, articleId } = await liveStory({ tags: ['harbor'] })
	const id = await idOf('harbor')
	await renameTag(editor, id, 'Harbour')
	expect((await listTag('harbour')).cards.map((card) => card.id)).toEqual([articleId])
	expect(await findMovedTag('harbor')).toBe('harbour')
	expect(await findArticle(slug)).toMatchObject({ article: { tags: [{ name: 'Harbour', slug: 'harbour' }] } })
	expect(await findTag(editor, id)).toMatchObject({ live: 1, stories: 1, oldSlugs: ['harbor'] })
	// The former name means the tag.
	const story = await startStory(editor, await storyFields(editor, { tags: ['Harbor'] }))
	expect(await tagsOf(story.articleId)).toEqual(['Harbour'])
	await renameTag(editor, id, 'harbor')
	expect(await findMovedTag('harbor')).toBeNull()
	expect(await findMovedTag('harbour')).toBe('harbor')
})

test('a rename to letters of another tag gets a numbered address', async () => {
	await liveStory({ tags: ['C++', 'Basic'] })
	await liveStory({ tags: ['C#'] })
	await renameTag(editor, await idOf('Basic'), 'C')
	expect(await findTag(editor, await idOf('C'))).toMatchObject({ slug: 'c-3' })
	await expect(renameTag(editor, await idOf('C'), 'c#')).rejects.toMatchObject({ field: 'name' })
	await expect(renameTag(editor, await idOf('C'), 'a, b')).rejects.toMatchObject({ field: 'name' })
	await renameTag(editor, await idOf('C'), 'c')
	expect(await findTag(editor, await idOf('c'))).toMatchObject({ slug: 'c-3', oldSlugs: ['basic'] })
})

test('merging gives each story the other tag once', async () => {
	const both = await liveStory({ tags: ['ferry', 'ferries', 'tide'] })
	const one = await liveStory({ tags: ['ferry'] })
	const into = await idOf('ferries')
	expect(await mergeTag(editor, await idOf('ferry'), 'Ferries')).toBe(into)
	expect(await tagsOf(both.articleId)).toEqual(['ferries', 'tide'])
	expect(await tagsOf(one.articleId)).toEqual(['ferries'])
	expect(await findMovedTag('ferry')).toBe('ferries')
	await renameTag(editor, into, 'boats')
	expect(await findMovedTag('ferry')).toBe('boats')
	await expect(mergeTag(editor, into, 'boats')).rejects.toMatchObject({ field: 'into' })
})

test('an address redirects to tags with a page only', async () => {
	await startStory(editor, await storyFields(editor, { tags: ['secret'] }))
	await renameTag(editor, await idOf('secret'), 'hidden')
	expect(await findMovedTag('secret')).toBeNull()
})

test('tags are found by letters in any case and are for editors', async () => {
	await startStory(editor, await storyFields(editor, { tags: ['Été'] }))
	expect((await listTags(editor, { query: 'ete' })).tags.map(({ name }) => name)).toEqual(['Été'])
	const contributor = await createStaff('contributor')
	const forbidden = { code: 'forbidden' }
	await expect(listTags(contributor)).rejects.toMatchObject(forbidden)
	await expect(renameTag(contributor, 1, 'x')).rejects.toMatchObject(forbidden)
	await expect(mergeTag(contributor, 1, 'x')).rejects.toMatchObject(forbidden)
})
