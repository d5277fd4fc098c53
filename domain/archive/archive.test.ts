import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { liveStory, storyFields } from '@/e2e/support/stories'
import { newRequestContext, runInContext } from '@/lib/request-context'
import { publishStory, withdrawStory } from '../articles/publish'
import { startStory } from '../articles/save'
import type { StaffViewer } from '../permissions'
import { changeSettings } from '../settings'
import { isInArchive, listArchivePeriod, listArchiveYears } from './archive'

withDatabase()

const HOUR_MS = 3_600_000
const at = (time: string) => new Date(time)

beforeAll(async () => {
	const { editor } = await liveStory({ headline: 'An old one' }, at('2023-03-05T12:00Z'))
	const owner: StaffViewer = { ...editor, person: { ...editor.person, role: 'owner' } }
	await changeSettings(owner, { timeZone: 'Africa/Lagos' })
	// One hour before midnight UTC is the next day, month and year in Lagos.
	await liveStory({ headline: 'A new year' }, at('2024-12-31T23:30Z'))
	await liveStory({ headline: 'Its second day' }, at('2025-01-02T10:00Z'))
	const gone = await liveStory({ headline: 'Gone' }, at('2024-06-01T12:00Z'))
	await withdrawStory(gone.editor, gone.articleId, 'It was wrong.')
	const later = await startStory(editor, await storyFields(editor, { headline: 'Later' }))
	const soon = new Date(Date.now() + HOUR_MS)
	await publishStory(editor, later.articleId, { revisionId: later.revisionId, at: soon })
	await startStory(editor, await storyFields(editor, { headline: 'A draft' }))
})

test('years count their months in the site’s time zone', async () => {
	const years = await listArchiveYears()
	expect(years.map(({ year, stories }) => [year, stories])).toEqual([
		[2025, 2],
		[2024, 0],
		[2023, 1],
	])
	expect(years[0]?.months).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
	expect(years[2]?.months[2]).toBe(1)
})

test('a month lists its stories and the days that have some', async () => {
	const { cards, counts, stories, previous, next } = await listArchivePeriod({ year: 2025, month: 1 })
	expect(cards.map(({ headline }) => headline)).toEqual(['Its second day', 'A new year'])
	expect(counts.slice(0, 3)).toEqual([1, 1, 0])
	expect([counts.length, stories, previous, next]).toEqual([31, 2, { year: 2023, month: 3 }, null])
})

test('a day leads to the nearest days with stories', async () => {
	const day = await listArchivePeriod({ year: 2025, month: 1, day: 1 })
	expect(day.cards.map(({ headline }) => headline)).toEqual(['A new year'])
	expect(day.previous).toEqual({ year: 2023, month: 3, day: 5 })
	expect(day.next).toEqual({ year: 2025, month: 1, day: 2 })
})

test('an empty month is a page between its neighbours', async () => {
	const empty = await listArchivePeriod({ year: 2024, month: 6 })
	expect([empty.cards, empty.stories]).toEqual([[], 0])
	expect([empty.previous, empty.next]).toEqual([
		{ year: 2023, month: 3 },
		{ year: 2025, month: 1 },
	])
})

test('the archive reaches from the first story to today', async () => {
	const now = new Date()
	expect(await isInArchive({ year: now.getUTCFullYear() })).toBe(true)
	expect(await isInArchive({ year: now.getUTCFullYear() + 2 })).toBe(false)
	expect(await isInArchive({ year: 2023, month: 3, day: 4 })).toBe(false)
	expect(await isInArchive({ year: 2023, month: 3, day: 5 })).toBe(true)
	expect(await isInArchive({ year: 2022 })).toBe(false)
})

test('an archive page expires when the next story appears', async () => {
	const context = newRequestContext('test')
	await runInContext(context, listArchiveYears)
	expect(context.validUntil).toBeLessThan(Date.now() + 2 * HOUR_MS)
	expect([...context.dependencies]).toEqual(expect.arrayContaining(['lists', 'settings']))
})
