import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { write } from '@/db'
import { comments, moods, readers } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import fc from '@/e2e/support/fast-check'
import { createStaff, liveStory, storyFields } from '@/e2e/support/stories'
import { EMPTY_ARRANGEMENT, type FrontPageArrangement, PLACES } from '@/lib/front-page-arrangement'
import { FELT_VOTES_MIN } from '@/lib/reader-lists'
import { newRequestContext, runInContext } from '@/lib/request-context'
import { publishStory, withdrawStory } from './articles/publish'
import { startStory } from './articles/save'
import { type FrontPage, frontPage } from './front-page'
import { findArrangements } from './front-page-arrangements'
import { blockRows } from './front-page-blocks'
import { removeScheduled, saveArrangement, undoArrangement } from './front-page-save'
import { findFrontPageStories } from './front-page-stories'
import type { StaffViewer } from './permissions'
import { COUNTS_AGE_MS, countResponses } from './reader-counts'
import { createSection } from './sections'

withDatabase()

const HOUR_MS = 3_600_000
const LIVE = 18
let editor: StaffViewer
/** Oldest first; then one withdrawn and one scheduled story. */
const live: number[] = []
let withdrawn: number
let scheduled: number

beforeAll(async () => {
	const owner = await createStaff('owner')
	editor = await createStaff('editor')
	await storyFields(editor)
	await createSection(owner, { name: 'Culture', slug: '' })
	for (let number = 0; number < LIVE; number += 1) {
		const section = number % 3 === 0 ? 'culture' : 'news'
		const at = new Date(Date.now() - (LIVE - number) * HOUR_MS)
		live.push((await liveStory({ headline: `Story ${number}`, section }, at)).articleId)
	}
	const gone = await liveStory({ headline: 'Gone' })
	await withdrawStory(gone.editor, gone.articleId, 'It was wrong.')
	withdrawn = gone.articleId
	const later = await startStory(editor, await storyFields(editor, { headline: 'Later' }))
	const at = new Date(Date.now() + HOUR_MS)
	await publishStory(editor, later.articleId, { revisionId: later.revisionId, at })
	scheduled = later.articleId
})

const idsOf = ({ lead, second, latest, sections }: FrontPage): number[] =>
	[lead, ...second, ...latest, ...sections.flatMap(({ cards }) => cards)].flatMap((card) => card?.id ?? [])
const top = ({ lead, second }: FrontPage) => [lead, ...second].map((card) => card?.id)
const placing = (places: FrontPageArrangement['places'], more: Partial<FrontPageArrangement> = {}) => ({
	...EMPTY_ARRANGEMENT,
	places,
	...more,
})
const story = (id: number, until = '') => ({ id, until })
const base = async () => (await findArrangements(editor)).current?.id ?? 0

/** The front page by definition: the chosen live stories in their places, then the newest, none twice. */
function expectedTop({ places }: FrontPageArrangement, at: Date): number[] {
	const visible = (place: (typeof PLACES)[number]) => {
		const chosen = places[place]
		const ended = chosen?.until && new Date(chosen.until) <= at
		const isLive = chosen && (live.includes(chosen.id) || (chosen.id === scheduled && at.getTime() > later()))
		return chosen && isLive && !ended ? chosen.id : undefined
	}
	const chosen = PLACES.map(visible)
	const newest = [...(at.getTime() > later() ? [scheduled] : []), ...live.toReversed()]
	const rest = newest.filter((id) => !chosen.includes(id))
	return chosen.map((id) => id ?? (rest.shift() as number))
}
const later = () => Date.now() + HOUR_MS

test('any arrangement shows chosen stories, then by date, none twice', async () => {
	const now = new Date()
	const id = fc.constantFrom(...live, withdrawn, scheduled, 999_999)
	const until = fc.constantFrom(
		'',
		new Date(now.getTime() - 1).toISOString(),
		new Date(now.getTime() + HOUR_MS).toISOString(),
	)
	const chosen = fc.uniqueArray(fc.record({ id, until }), {
		minLength: 1,
		maxLength: 4,
		selector: (each) => each.id,
	})
	await fc.assert(
		fc.asyncProperty(chosen, fc.shuffledSubarray([...PLACES]), async (stories, order) => {
			const places = Object.fromEntries(
				order.flatMap((place, index) => (stories[index] ? [[place, stories[index]]] : [])),
			)
			if (Object.keys(places).length === 0) return
			const shown = await frontPage({ arrangement: placing(places), at: now })
			expect(top(shown)).toEqual(expectedTop(placing(places), now))
			expect(new Set(idsOf(shown)).size).toBe(idsOf(shown).length)
		}),
		{ numRuns: 60 },
	)
})

test('an absent or empty arrangement orders the page by date', async () => {
	const plain = await frontPage()
	expect(top(plain)).toEqual(live.toReversed().slice(0, 4))
	await saveArrangement(editor, EMPTY_ARRANGEMENT, { base: await base() })
	expect(await frontPage()).toEqual(plain)
})

test('a pinned story leaves at its end, and the page expires then', async () => {
	onTestFinished(() => void vi.useRealTimers())
	// Some minutes before the page expires with the counts of readers.
	const counted = Math.ceil(Date.now() / COUNTS_AGE_MS) * COUNTS_AGE_MS
	vi.useFakeTimers({ toFake: ['Date'], now: counted + 1000 })
	const until = new Date(Date.now() + 40_000)
	const [pinned = 0] = live
	await saveArrangement(editor, placing({ lead: story(pinned, until.toISOString()) }), { base: await base() })
	const page = newRequestContext('a page')
	expect((await runInContext(page, () => frontPage())).lead?.id).toBe(pinned)
	expect(page.validUntil).toBe(until.getTime())
	expect((await frontPage({ at: until })).lead?.id).toBe(live.at(-1))
})

test('section blocks can be ordered, sized and hidden', async () => {
	const page = await frontPage()
	const [first, second] = page.sections.map(({ section }) => section.slug)
	expect([first, second]).toEqual(['news', 'culture'])
	const { sections } = await frontPage({
		arrangement: {
			...EMPTY_ARRANGEMENT,
			sections: [
				{ id: 2, stories: 1 },
				{ id: 1, stories: 0 },
			],
		},
	})
	expect(sections.map(({ section, cards }) => [section.slug, cards.length])).toEqual([['culture', 1]])
})

test('a save over another editor’s arrangement is refused once', async () => {
	const opened = await base()
	const other = await createStaff('editor')
	await saveArrangement(other, placing({ lead: story(live[1] as number) }), { base: opened })
	const mine = placing({ lead: story(live[2] as number) })
	await expect(saveArrangement(editor, mine, { base: opened })).rejects.toMatchObject({
		code: 'conflict',
		field: 'arrangement',
	})
	expect((await frontPage()).lead?.id).toBe(live[1])
	await saveArrangement(editor, mine, { base: await base() })
	expect((await frontPage()).lead?.id).toBe(live[2])
	await undoArrangement(editor, await base())
	expect((await frontPage()).lead?.id).toBe(live[1])
	await expect(undoArrangement(editor, opened)).rejects.toMatchObject({ code: 'conflict' })
})

test('a scheduled arrangement starts by itself and can be removed before', async () => {
	const startsAt = new Date(Date.now() + HOUR_MS)
	const id = await saveArrangement(editor, placing({ lead: story(live[3] as number) }), { base: 0, startsAt })
	const page = newRequestContext('a page')
	expect((await runInContext(page, () => frontPage())).lead?.id).not.toBe(live[3])
	expect(page.validUntil).toBeLessThanOrEqual(startsAt.getTime())
	expect((await frontPage({ at: startsAt })).lead?.id).toBe(live[3])
	await expect(saveArrangement(editor, EMPTY_ARRANGEMENT, { base: 0, startsAt })).rejects.toMatchObject({
		code: 'conflict',
		field: 'startsAt',
	})
	await removeScheduled(editor, id)
	expect((await frontPage({ at: startsAt })).lead?.id).not.toBe(live[3])
	await expect(removeScheduled(editor, id)).rejects.toMatchObject({ code: 'not-found' })
})

test('past times, unknown stories and other roles are refused', async () => {
	const past = new Date(Date.now() - 1)
	const save = async (arrangement: FrontPageArrangement, startsAt?: Date) =>
		saveArrangement(editor, arrangement, { base: await base(), startsAt: startsAt ?? null })
	await expect(save(placing({ lead: story(live[0] as number, past.toISOString()) }))).rejects.toMatchObject({
		field: 'until-lead',
	})
	await expect(save(placing({ lead: story(live[0] as number, 'soon') }))).rejects.toMatchObject({
		field: 'until-lead',
	})
	await expect(save(EMPTY_ARRANGEMENT, past)).rejects.toMatchObject({ field: 'startsAt' })
	await expect(save(placing({ lead: story(999_999) }))).rejects.toMatchObject({ code: 'invalid' })
	const contributor = await createStaff('contributor')
	await expect(saveArrangement(contributor, EMPTY_ARRANGEMENT, { base: 0 })).rejects.toMatchObject({
		code: 'forbidden',
	})
})

test('the search finds live and scheduled stories by their words', async () => {
	const found = async (query: string) => (await findFrontPageStories(editor, query)).map(({ id }) => id)
	expect(await found('LATER')).toEqual([scheduled])
	expect(await found('gone')).toEqual([])
	expect(await found('story 1 swings')).toContain(live[1])
	expect((await found('')).slice(0, 2)).toEqual([scheduled, live.at(-1)])
})

test('reader blocks count a week and are absent below a minimum', async () => {
	const blocks = async () => {
		const arrangement = placing({}, { blocks: ['felt', 'discussed'] })
		const { felt, discussed } = await frontPage({ arrangement })
		return { felt, discussed }
	}
	expect(await blocks()).toEqual({ felt: [], discussed: [] })
	const day = (days: number) => new Date(Date.now() - days * 24 * HOUR_MS)
	await write(async (tx) => {
		for (let number = 0; number < FELT_VOTES_MIN + 5; number += 1) {
			const readerId = `voter ${number}`
			await tx.insert(readers).values({ id: readerId })
			const vote = { readerId, mood: number < 15 ? ('angry' as const) : ('sad' as const), castAt: day(1) }
			await tx.insert(moods).values({ ...vote, articleId: live[0] as number })
			// Of another story all votes are too old, of a third there are too few.
			await tx.insert(moods).values({ ...vote, articleId: live[1] as number, castAt: day(8) })
			if (number < 5) await tx.insert(moods).values({ ...vote, articleId: live[2] as number })
		}
		for (const state of ['approved', 'approved', 'approved', 'waiting'] as const)
			await tx.insert(comments).values({
				articleId: live[4] as number,
				authorName: 'Ada',
				body: 'Yes.',
				state,
				createdAt: day(2),
			})
	})
	const { felt, discussed } = blockRows(await countResponses(new Date()))
	expect(felt).toEqual([{ id: live[0], mood: 'angry', percent: 60, votes: 25 }])
	expect(discussed).toEqual([{ id: live[4], comments: 3 }])
	// A save renews the counts at once; otherwise they are renewed every five minutes.
	expect((await blocks()).felt).toEqual([])
	await saveArrangement(editor, placing({}, { blocks: ['felt', 'discussed'] }), { base: await base() })
	expect(await blocks()).toEqual({
		felt: [expect.objectContaining({ mood: 'angry', headline: 'Story 0', percent: 60 })],
		discussed: [expect.objectContaining({ headline: 'Story 4', comments: 3 })],
	})
	// Stories above the blocks are left out of them; the most felt one is above the most discussed.
	const felt0 = { lead: story(live[0] as number) }
	const below = async (places: FrontPageArrangement['places']) => {
		const page = await frontPage({ arrangement: placing(places, { blocks: ['felt', 'discussed'] }) })
		return [page.felt.map(({ headline }) => headline), page.discussed.map(({ headline }) => headline)]
	}
	expect(await below(felt0)).toEqual([[], ['Story 4']])
	expect(await below({ 'second-2': story(live[4] as number) })).toEqual([['Story 0'], []])
})
