import { beforeAll, beforeEach, expect, test } from 'vitest'
import { readDb, write } from '@/db'
import { series, seriesParts } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, storyFields } from '@/e2e/support/stories'
import { newRequestContext, runInContext } from '@/lib/request-context'
import { publishStory, withdrawStory } from '../articles/publish'
import { startStory } from '../articles/save'
import type { StaffViewer } from '../permissions'
import { changeSeries, findSeries } from './change-series'
import { isSeries, listAllSeries, listSeries, seriesPlaceOf } from './series'
import { findPart, listEmptySeries, setPart } from './set-part'

withDatabase()

let editor: StaffViewer
let stories: number[]

beforeAll(async () => {
	editor = await createStaff('editor')
})

beforeEach(async () => {
	await write(async (tx) => {
		await tx.delete(seriesParts)
		await tx.delete(series)
	})
	stories = []
	for (const headline of ['The quay', 'The crane', 'The tide'])
		stories.push((await liveStory({ headline })).articleId)
})

const put = (index: number, name: string, part = '') => setPart(editor, stories[index] ?? 0, { name, part })
const placeOf = async (index: number) => seriesPlaceOf(stories[index] ?? 0)

test('stories stand in a series in the order of their parts', async () => {
	await put(0, 'The harbour')
	await put(1, 'the HARBOUR', '4')
	await put(2, 'The harbour', '2')
	expect(await placeOf(2)).toMatchObject({
		slug: 'the-harbour',
		part: 2,
		last: 4,
		previous: { part: 1, headline: 'The quay' },
		next: { part: 4, headline: 'The crane' },
	})
	const list = await listSeries('the-harbour')
	expect(list?.cards.map(({ part, card }) => [part, card.headline])).toEqual([
		[1, 'The quay'],
		[2, 'The tide'],
		[4, 'The crane'],
	])
})

test('parts off the site are in no list, and their series without others is unknown', async () => {
	await put(0, 'The harbour')
	const draft = await startStory(editor, await storyFields(editor, { headline: 'A draft' }))
	await setPart(editor, draft.articleId, { name: 'The harbour', part: '' })
	await setPart(editor, draft.articleId, { name: 'Secret', part: '' })
	expect(await isSeries('secret')).toBe(false)
	expect(await listSeries('secret')).toBeNull()
	expect((await listAllSeries()).map(({ name, parts }) => [name, parts])).toEqual([['The harbour', 1]])
	await withdrawStory(editor, stories[0] ?? 0, 'It was wrong.')
	expect([await isSeries('the-harbour'), await listAllSeries()]).toEqual([false, []])
})

test('a part taken or malformed is refused', async () => {
	await put(0, 'The harbour')
	await expect(put(1, 'The harbour', '1')).rejects.toMatchObject({ code: 'conflict', field: 'part' })
	for (const part of ['0', '101', '1.5', 'two'])
		await expect(put(1, 'The harbour', part)).rejects.toMatchObject({ code: 'invalid', field: 'part' })
	await expect(put(1, 'x'.repeat(81))).rejects.toMatchObject({ field: 'series' })
	const contributor = await createStaff('contributor')
	await expect(setPart(contributor, stories[0] ?? 0, { name: '', part: '' })).rejects.toMatchObject({
		code: 'forbidden',
	})
})

test('the last part that leaves takes a series without a description along', async () => {
	await put(0, 'The harbour')
	await put(1, 'The harbour')
	await put(0, 'Another')
	expect(await findPart(stories[0] ?? 0)).toMatchObject({ name: 'Another', part: 1 })
	await put(1, '')
	expect((await readDb().select().from(series)).map(({ name }) => name)).toEqual(['Another'])
})

test('an emptied series keeps its description and its address until that is cleared', async () => {
	await put(0, 'The harbour')
	const { seriesId = 0 } = (await findPart(stories[0] ?? 0)) ?? {}
	const described = { name: 'The harbour', description: 'In four parts.' }
	expect(await changeSeries(editor, seriesId, described)).toBe(true)
	await put(0, '')
	expect([await isSeries('the-harbour'), await listSeries('the-harbour')]).toEqual([false, null])
	expect(await listAllSeries()).toEqual([])
	expect(await findSeries(editor, seriesId)).toMatchObject({ ...described, parts: [] })
	expect(await listEmptySeries(editor)).toEqual([{ id: seriesId, name: 'The harbour' }])
	await put(1, 'the harbour')
	expect(await listSeries('the-harbour')).toMatchObject(described)
	expect(await listEmptySeries(editor)).toEqual([])
	await put(1, 'Another')
	expect(await changeSeries(editor, seriesId, { ...described, description: '' })).toBe(false)
	await expect(findSeries(editor, seriesId)).rejects.toMatchObject({ code: 'not-found' })
})

test('a renamed series keeps its address', async () => {
	await put(0, 'The harbour')
	const { seriesId = 0 } = (await findPart(stories[0] ?? 0)) ?? {}
	await changeSeries(editor, seriesId, { name: 'Our harbour', description: 'In four parts.' })
	expect(await listSeries('the-harbour')).toMatchObject({
		name: 'Our harbour',
		description: 'In four parts.',
	})
	expect((await findSeries(editor, seriesId)).parts).toHaveLength(1)
	await put(1, 'Another')
	await expect(changeSeries(editor, seriesId, { name: 'another', description: '' })).rejects.toMatchObject({
		code: 'conflict',
		field: 'name',
	})
})

test('the page of a part depends on the series and on the parts beside it', async () => {
	await put(0, 'The harbour')
	await put(1, 'The harbour')
	const later = await startStory(editor, await storyFields(editor, { headline: 'Part three' }))
	await setPart(editor, later.articleId, { name: 'The harbour', part: '' })
	const context = newRequestContext('test')
	await runInContext(context, () => placeOf(1))
	const { seriesId } = (await findPart(stories[1] ?? 0)) ?? {}
	expect([...context.dependencies]).toEqual(
		expect.arrayContaining([`series:${seriesId}`, `article:${stories[0]}`]),
	)
	await publishStory(editor, later.articleId, { revisionId: later.revisionId })
	expect(await placeOf(1)).toMatchObject({ last: 3, next: { headline: 'Part three' } })
})
