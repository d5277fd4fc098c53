import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { write } from '@/db'
import { articles, corrections } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { publishStory, withdrawStory } from '@/domain/articles/publish'
import { saveStory, startStory } from '@/domain/articles/save'
import { findStory } from '@/domain/articles/stories'
import { changeLanguage } from '@/domain/articles/translations'
import { addCorrection } from '@/domain/corrections'
import { changeMachineAnswers } from '@/domain/machines'
import { changeSettings } from '@/domain/settings'
import { insertPhoto } from '@/e2e/support/photos'
import { createStaff, liveStory, storyFields } from '@/e2e/support/stories'
import { newRequestContext, runInContext } from '@/lib/request-context'
import { BLOCK_SIZE } from './blocks'
import { authorSlugs, fixedPages, tagBlocks, tagsOfBlock } from './lists'
import { newsStories, storiesOfBlock, storyBlocks } from './stories'

withDatabase()

const HOUR_MS = 3_600_000
const ago = (hours: number): Date => new Date(Date.now() - hours * HOUR_MS)

/** The result, tags and expiry of a read. */
async function read<T>(run: () => Promise<T>) {
	const context = newRequestContext('a test')
	const result = await runInContext(context, run)
	return { result, tags: context.dependencies, until: context.validUntil }
}

async function scheduled(headline: string, at: Date) {
	const editor = await createStaff('editor')
	const story = await startStory(editor, await storyFields(editor, { headline, tags: ['later'] }))
	await publishStory(editor, story.articleId, { revisionId: story.revisionId, at })
	return story
}

const moveTo = (id: number, publishAt: Date) =>
	write(async (tx) => {
		tx.changed(`article:${id}`, 'lists')
		await tx.update(articles).set({ publishAt }).where(eq(articles.id, id))
	})

test('a part has the live stories of its ids alone, with their last real change', async () => {
	const photoId = await insertPhoto({ hash: 'a'.repeat(64), widths: [200, 300] })
	const { editor, articleId, slug } = await liveStory({ headline: 'The mill', heroPhotoId: photoId })
	const draft = await startStory(editor, await storyFields(editor, { headline: 'A draft' }))
	const next = await scheduled('Later', new Date(Date.now() + HOUR_MS))
	const gone = await liveStory({ headline: 'Gone' })
	await withdrawStory(gone.editor, gone.articleId, 'It was not so.')
	const at = ago(5)
	await moveTo(articleId, at)
	const part = async () => read(() => storiesOfBlock(1))
	const { result, tags, until } = await part()
	const photos = [{ hash: 'a'.repeat(64), width: 300, widths: [200, 300] }]
	expect(result).toEqual([{ slug, changedAt: at, photos, language: 'en-GB', translations: [] }])
	expect(tags).toContain(`photo:${photoId}`)
	// The part depends on drafts too, which may become public, and on no story of another part.
	for (const id of [articleId, draft.articleId, next.articleId]) expect(tags).toContain(`article:${id}`)
	expect(tags).not.toContain('lists')
	expect(tags).not.toContain('article:1001')
	expect(until).toBeLessThan(Date.now() + HOUR_MS)

	const { headRevisionId, fields } = await findStory(editor, articleId)
	await saveStory(editor, articleId, headRevisionId, { ...fields, headline: 'The old mill' })
	const saved = await findStory(editor, articleId)
	await publishStory(editor, articleId, { revisionId: saved.headRevisionId, minor: true })
	expect((await part()).result[0]?.changedAt).toEqual(at)
	await addCorrection(editor, articleId, { kind: 'correction', placement: 'foot', text: 'It was noon.' })
	const [correction] = await write((tx) => tx.select().from(corrections))
	expect((await part()).result[0]?.changedAt).toEqual(correction?.at)
})

test('the index names parts with live stories, and tells of a withdrawal', async () => {
	const { editor, articleId } = await liveStory({ headline: 'The quay' })
	const before = (await storyBlocks())[0]
	expect(before?.block).toBe(1)
	await withdrawStory(editor, articleId, 'It was not so.')
	expect(Number((await storyBlocks())[0]?.changedAt)).toBeGreaterThan(Number(before?.changedAt))
	await write((tx) => tx.insert(articles).values({ id: 5_000, slug: 'far-away' }))
	expect((await storyBlocks()).map(({ block }) => block)).toEqual([1])
	expect(await storiesOfBlock(5)).toEqual([])
	await write((tx) => tx.delete(articles).where(eq(articles.id, 5_000)))
})

test('news are at most two days old, and expire', async () => {
	const [fresh, old] = [await liveStory({ headline: 'Fresh' }), await liveStory({ headline: 'Old' })]
	await moveTo(fresh.articleId, ago(47))
	await moveTo(old.articleId, ago(49))
	const { result, until } = await read(newsStories)
	const headlines = result.map(({ headline }) => headline)
	expect(headlines).toContain('Fresh')
	expect(headlines).not.toContain('Old')
	expect(until).toBeLessThanOrEqual(Date.now() + HOUR_MS)
})

test('search engines are told of no story whose answer is not yes', async () => {
	const owner = await createStaff('owner')
	const hidden = await liveStory({ headline: 'Hidden' })
	const shown = await liveStory({ headline: 'Shown' })
	const block = Math.ceil(shown.articleId / BLOCK_SIZE)
	const own = { search: null, answers: null, training: null }
	const listed = async () => {
		const { result, tags } = await read(async () => [await storiesOfBlock(block), await newsStories()])
		expect([...tags]).toEqual(expect.arrayContaining(['machines', 'settings']))
		return result.map((stories) => stories.map(({ slug }) => slug))
	}
	await changeMachineAnswers(hidden.editor, hidden.articleId, { ...own, search: 'no' })
	for (const slugs of await listed()) {
		expect(slugs).toContain(shown.slug)
		expect(slugs).not.toContain(hidden.slug)
	}
	await changeSettings(owner, { machinesSearch: 'licence', licenceContact: 'a@b.example' })
	await changeMachineAnswers(hidden.editor, hidden.articleId, { ...own, search: 'yes' })
	expect(await listed()).toEqual([[hidden.slug], [hidden.slug]])
	await changeSettings(owner, { machinesSearch: 'yes', licenceContact: '' })
	for (const { editor, articleId } of [hidden, shown]) await withdrawStory(editor, articleId, 'Over.')
})

test('live translations are named, also those of other parts', async () => {
	const [english, french] = [await liveStory({ headline: 'Bridge' }), await liveStory({ headline: 'Pont' })]
	const arabic = await scheduled('Jisr', new Date(Date.now() + HOUR_MS))
	const join = (id: number, language: string) =>
		changeLanguage(english.editor, id, { language, translationOf: english.slug })
	await join(french.articleId, 'fr')
	await join(arabic.articleId, 'ar')
	const block = Math.ceil(english.articleId / BLOCK_SIZE)
	const translationsOf = async (slug: string) => {
		const { result, tags, until } = await read(() => storiesOfBlock(block))
		return { tags, until, found: result.find((story) => story.slug === slug)?.translations }
	}
	const own = [{ language: 'fr', path: `/news/${french.slug}` }]
	const { found, until } = await translationsOf(english.slug)
	expect([found, until < Date.now() + HOUR_MS]).toEqual([own, true])
	expect((await translationsOf(french.slug)).found).toEqual([
		{ language: 'en-GB', path: `/news/${english.slug}` },
	])
	await write((tx) => tx.insert(articles).values({ id: 7_000, slug: 'far-away' }))
	const { revisionId } = await startStory(english.editor, await storyFields(english.editor))
	const elsewhere = { publishedRevisionId: revisionId, publishAt: ago(1), language: 'sw' }
	const group = { ...elsewhere, translationGroup: english.articleId }
	await write((tx) => tx.update(articles).set(group).where(eq(articles.id, 7_000)))
	const far = await translationsOf(english.slug)
	expect(far.found).toEqual([...own, { language: 'sw', path: '/news/far-away' }])
	expect(far.tags).toContain('article:7000')
	await write((tx) => tx.delete(articles).where(eq(articles.id, 7_000)))
	const hidden = { answers: null, training: null }
	await changeMachineAnswers(french.editor, french.articleId, { ...hidden, search: 'no' })
	expect((await translationsOf(english.slug)).found).toEqual([])
	for (const { editor, articleId } of [english, french]) await withdrawStory(editor, articleId, 'Over.')
})

test('lists name what live stories carry, and no more', async () => {
	const live = await liveStory({ headline: 'Tagged', tags: ['harbour'] })
	const draftEditor = await createStaff('editor', 'Only Drafts')
	await startStory(draftEditor, await storyFields(draftEditor, { headline: 'Draft', tags: ['secret'] }))
	expect(await tagsOfBlock(1)).toEqual(['harbour'])
	expect(await tagBlocks()).toEqual([1])
	const byline = (await findStory(live.editor, live.articleId)).fields.bylines[0]
	const authors = await authorSlugs()
	expect(authors).toContain(byline)
	expect(authors).not.toContain((await storyFields(draftEditor)).bylines[0])
	expect((await fixedPages()).sections).toEqual([{ slug: 'news' }])
	await withdrawStory(live.editor, live.articleId, 'It was not so.')
	expect(await tagsOfBlock(1)).toEqual([])
	expect(await authorSlugs()).not.toContain(byline)
})
