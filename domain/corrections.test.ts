import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { readDb, write } from '@/db'
import { articles, corrections } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, storyFields } from '@/e2e/support/stories'
import { withdrawStory } from './articles/publish'
import { saveStory, startStory } from './articles/save'
import { addCorrection, CORRECTIONS_PER_PAGE, correctionsOf, listCorrections } from './corrections'

withDatabase()

const typed = (text: string, changes = {}) => ({ kind: 'correction', placement: 'foot', text, ...changes })
const countOf = (articleId: number) => readDb().$count(corrections, eq(corrections.articleId, articleId))

describe('addCorrection', () => {
	test('shows a normalized correction without the person who added it', async () => {
		const { editor, articleId } = await liveStory()
		await addCorrection(editor, articleId, typed(' It was\nTuesday. ', { kind: 'update', placement: 'top' }))
		const [shown, ...rest] = await correctionsOf(articleId)
		expect(rest).toEqual([])
		expect(shown).toEqual({
			id: expect.any(Number),
			kind: 'update',
			placement: 'top',
			text: 'It was Tuesday.',
			at: expect.any(Date),
		})
	})

	test.each([
		['correctionText', typed(' \u200b ')],
		['correctionText', typed('x'.repeat(1_001))],
		['correctionKind', typed('It was Tuesday.', { kind: 'excuse' })],
		['correctionPlacement', typed('It was Tuesday.', { placement: 'nowhere' })],
	])('refuses an invalid %s', async (field, correction) => {
		const { editor, articleId } = await liveStory()
		await expect(addCorrection(editor, articleId, correction)).rejects.toMatchObject({
			code: 'invalid',
			field,
		})
		expect(await countOf(articleId)).toBe(0)
	})

	test('refuses the same correction twice in a row', async () => {
		const { editor, articleId } = await liveStory()
		await addCorrection(editor, articleId, typed('It was Tuesday.'))
		await expect(addCorrection(editor, articleId, typed('It was  Tuesday.'))).rejects.toMatchObject({
			code: 'invalid',
		})
		expect(await countOf(articleId)).toBe(1)
	})

	test('refuses stories that no reader has seen', async () => {
		const editor = await createStaff('editor')
		const draft = await startStory(editor, await storyFields(editor))
		const scheduled = await liveStory({}, new Date(Date.now() + 60_000))
		for (const { articleId } of [draft, scheduled])
			await expect(addCorrection(editor, articleId, typed('It was Tuesday.'))).rejects.toMatchObject({
				code: 'invalid',
			})
	})

	test('is for those who publish', async () => {
		const { articleId } = await liveStory()
		for (const role of ['contributor', 'moderator'] as const)
			await expect(
				addCorrection(await createStaff(role), articleId, typed('It was Tuesday.')),
			).rejects.toMatchObject({ code: 'forbidden' })
	})
})

test('a correction is neither changed nor deleted without its story', async () => {
	const { editor, articleId } = await liveStory()
	await addCorrection(editor, articleId, typed('It was Tuesday.'))
	const ofStory = eq(corrections.articleId, articleId)
	await expect(write((tx) => tx.update(corrections).set({ text: 'No.' }).where(ofStory))).rejects.toThrow()
	await expect(write((tx) => tx.delete(corrections).where(ofStory))).rejects.toThrow()
	expect(await correctionsOf(articleId)).toMatchObject([{ text: 'It was Tuesday.' }])
})

describe('a correction with an update', () => {
	async function update(correction: ReturnType<typeof typed>) {
		const { editor, articleId, revisionId } = await liveStory()
		const fields = await storyFields(editor, { headline: 'The bridge opens on Tuesday' })
		const expected = `live ${(await readDb().select().from(articles).where(eq(articles.id, articleId)))[0]?.publishAt?.toISOString()}`
		const decision = { kind: 'publish' as const, correction, expected }
		return { articleId, saved: await saveStory(editor, articleId, revisionId, fields, { decision }) }
	}

	test('is published together with it', async () => {
		const { articleId, saved } = await update(typed('It was Tuesday.'))
		expect(saved).toMatchObject({ kind: 'saved', refused: null })
		expect(await correctionsOf(articleId)).toMatchObject([{ text: 'It was Tuesday.' }])
	})

	test('publishes nothing if it is invalid', async () => {
		const { articleId, saved } = await update(typed('x'.repeat(1_001)))
		expect(saved).toMatchObject({ kind: 'saved', refused: { field: 'correctionText' } })
		const [article] = await readDb().select().from(articles).where(eq(articles.id, articleId))
		expect(article?.publishedRevisionId).not.toBe(article?.headRevisionId)
		expect(await countOf(articleId)).toBe(0)
	})
})

describe('listCorrections', () => {
	test('pages from the newest correction to the oldest', async () => {
		const { editor, articleId, slug } = await liveStory()
		for (let number = 0; number <= CORRECTIONS_PER_PAGE; number += 1)
			await addCorrection(editor, articleId, typed(`It was ${number}.`))
		const first = await listCorrections()
		expect(first.corrections).toHaveLength(CORRECTIONS_PER_PAGE)
		expect(first.corrections[0]).toMatchObject({
			text: `It was ${CORRECTIONS_PER_PAGE}.`,
			story: { slug, headline: 'The bridge opens again', withdrawn: false },
		})
		expect((await listCorrections(2)).corrections.map(({ text }) => text)).toContain('It was 0.')
		expect(await listCorrections(999)).toMatchObject({ page: first.pages })
	})

	test('names a withdrawn story and not one in the trash', async () => {
		const { editor, articleId } = await liveStory({ headline: 'Gone' })
		await addCorrection(editor, articleId, typed('It was Tuesday.'))
		await withdrawStory(editor, articleId, 'It was wrong.')
		const newest = async () => (await listCorrections()).corrections[0]
		expect(await newest()).toMatchObject({ story: { headline: 'Gone', withdrawn: true } })
		await write((tx) => tx.update(articles).set({ deletedAt: new Date() }).where(eq(articles.id, articleId)))
		expect(await newest()).toMatchObject({ text: 'It was Tuesday.', story: null })
	})

	test('shows no headline that readers have not seen', async () => {
		const { editor, articleId, revisionId } = await liveStory({ headline: 'As published' })
		await addCorrection(editor, articleId, typed('It was Tuesday.'))
		const fields = await storyFields(editor, { headline: 'Not published yet' })
		await saveStory(editor, articleId, revisionId, fields)
		expect((await listCorrections()).corrections[0]).toMatchObject({ story: { headline: 'As published' } })
	})
})
