import { afterEach, describe, expect, test, vi } from 'vitest'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, storyFields } from '@/e2e/support/stories'
import { parseMarkdown } from '../body/markdown'
import type { StaffViewer } from '../permissions'
import type { StoryFields } from './fields'
import { findArticle } from './find-article'
import { findRevision, listRevisions, REVISIONS_LISTED, restoreRevision } from './history'
import { publishStory, unscheduleStory, withdrawStory } from './publish'
import { saveStory, startStory } from './save'
import { findStory } from './stories'

withDatabase()

afterEach(() => void vi.useRealTimers())

const HOUR_MS = 3_600_000
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS)

/** Saves changed fields on top of the newest revision. @returns the new revision */
async function save(editor: StaffViewer, articleId: number, changes: Partial<StoryFields>): Promise<number> {
	const { headRevisionId, fields } = await findStory(editor, articleId)
	const saved = await saveStory(editor, articleId, headRevisionId, { ...fields, ...changes })
	if (saved.kind !== 'saved') throw new Error(saved.kind)
	return saved.revisionId
}

const newest = async (editor: StaffViewer, articleId: number) =>
	(await findStory(editor, articleId)).headRevisionId

/** The kind of visibility of each revision, oldest first. */
const visibilities = async (editor: StaffViewer, articleId: number) =>
	(await listRevisions(editor, articleId)).revisions
		.map(({ visibility }) => visibility?.kind ?? null)
		.reverse()

test('listRevisions pages from the newest revision to the oldest', async () => {
	const { editor, articleId } = await liveStory({ note: 'First draft.' })
	for (let number = 0; number < REVISIONS_LISTED; number += 1)
		await save(editor, articleId, { headline: `Try ${number}`, note: `Try ${number}` })
	const other = await liveStory()
	await save(other.editor, other.articleId, { headline: 'Elsewhere' })

	const first = await listRevisions(editor, articleId)
	expect(first.total).toBe(REVISIONS_LISTED + 1)
	expect(first.revisions).toHaveLength(REVISIONS_LISTED)
	expect(first.revisions[0]).toMatchObject({
		number: REVISIONS_LISTED + 1,
		id: await newest(editor, articleId),
		savedBy: editor.person.name,
		note: `Try ${REVISIONS_LISTED - 1}`,
	})
	const last = await listRevisions(editor, articleId, first.revisions.at(-1)?.number)
	expect(last.revisions).toMatchObject([{ number: 1, note: 'First draft.', visibility: { kind: 'live' } }])
	expect((await listRevisions(editor, articleId, 1)).revisions).toEqual([])
})

describe('visibility of revisions', () => {
	test('an update replaces what readers see', async () => {
		const { editor, articleId } = await liveStory()
		const second = await save(editor, articleId, { headline: 'Second' })
		await save(editor, articleId, { headline: 'Third' })
		expect(await visibilities(editor, articleId)).toEqual(['live', null, null])
		const fourth = await save(editor, articleId, { headline: 'Fourth' })
		await publishStory(editor, articleId, { revisionId: fourth })
		expect(await visibilities(editor, articleId)).toEqual(['past', null, null, 'live'])
		expect(await findRevision(editor, articleId, 2)).toMatchObject({ id: second, publicNumber: 4, total: 4 })
	})

	test('a withdrawn story has no revision that readers see', async () => {
		const { editor, articleId } = await liveStory()
		await withdrawStory(editor, articleId, 'It was wrong.')
		expect(await visibilities(editor, articleId)).toEqual(['past'])
		expect((await findRevision(editor, articleId, 1)).publicNumber).toBeNull()
		await publishStory(editor, articleId, { revisionId: await newest(editor, articleId) })
		expect(await visibilities(editor, articleId)).toEqual(['live'])
	})

	test('a schedule shows only the revision of its time', async () => {
		const due = inHours(2)
		const { editor, articleId } = await liveStory({}, due)
		const second = await save(editor, articleId, { headline: 'Second' })
		expect(await visibilities(editor, articleId)).toEqual(['scheduled', null])
		const at = inHours(3)
		await publishStory(editor, articleId, { revisionId: second, at })
		expect((await findRevision(editor, articleId, 2)).visibility).toEqual({ kind: 'scheduled', from: at })
		vi.setSystemTime(inHours(4))
		expect(await visibilities(editor, articleId)).toEqual([null, 'live'])
		expect((await findRevision(editor, articleId, 2)).visibility).toEqual({ kind: 'live', from: at })
		const third = await save(editor, articleId, { headline: 'Third' })
		await publishStory(editor, articleId, { revisionId: third })
		expect((await findRevision(editor, articleId, 2)).visibility).toMatchObject({ kind: 'past', from: at })
	})

	test('an unscheduled revision was never visible', async () => {
		const { editor, articleId } = await liveStory({}, inHours(1))
		await unscheduleStory(editor, articleId)
		vi.setSystemTime(inHours(2))
		expect(await visibilities(editor, articleId)).toEqual([null])
	})
})

describe('restoreRevision', () => {
	test('saves every earlier field as a new revision with a note', async () => {
		const fields = {
			headline: 'As printed',
			kicker: 'Harbour',
			tags: ['Tides', 'Wool'],
			sources: [{ name: 'Tables', url: 'https://example.org/' }],
			body: parseMarkdown('The **bridge** opened.\n\n- one\n- two'),
		}
		const { editor, articleId, revisionId, slug } = await liveStory(fields)
		const before = await findRevision(editor, articleId, 1)
		const bare = await storyFields(editor, { headline: 'Worse', section: '', bylines: [], standfirst: '' })
		await save(editor, articleId, bare)
		const restored = await restoreRevision(editor, articleId, 1, await newest(editor, articleId))
		expect(restored).toMatchObject({ kind: 'saved', publication: { state: 'live' } })
		const after = await findRevision(editor, articleId, 3)
		expect(after.fields).toEqual(before.fields)
		expect(after).toMatchObject({ words: before.words, savedBy: editor.person.name, visibility: null })
		expect(after.note).toMatch(/^Restored from the version of \d+ \w+ \d{4}, \d\d:\d\d$/)
		expect(await findRevision(editor, articleId, 1)).toMatchObject({ id: revisionId, fields: before.fields })
		expect(await findArticle(slug)).toMatchObject({ article: { revisionId } })
	})

	test('writes nothing after a newer save', async () => {
		const { editor, articleId } = await liveStory()
		const base = await save(editor, articleId, { headline: 'Second' })
		const third = await save(editor, articleId, { headline: 'Third' })
		expect(await restoreRevision(editor, articleId, 1, base)).toEqual({
			kind: 'stale',
			headRevisionId: third,
		})
		expect((await listRevisions(editor, articleId)).total).toBe(3)
	})

	test('of 10 concurrent restores exactly one succeeds', async () => {
		const { editor, articleId } = await liveStory()
		const base = await save(editor, articleId, { headline: 'Second' })
		const outcomes = await Promise.all(
			Array.from({ length: 10 }, () => restoreRevision(editor, articleId, 1, base)),
		)
		expect(outcomes.filter(({ kind }) => kind === 'saved')).toHaveLength(1)
	})

	test('refuses a revision equal to the newest', async () => {
		const { editor, articleId, revisionId } = await liveStory()
		const restored = restoreRevision(editor, articleId, 1, revisionId)
		await expect(restored).rejects.toMatchObject({ code: 'conflict' })
		expect((await listRevisions(editor, articleId)).total).toBe(1)
	})
})

test('a contributor sees and restores own stories only', async () => {
	const contributor = await createStaff('contributor')
	const own = await startStory(contributor, await storyFields(contributor))
	const base = await save(contributor, own.articleId, { headline: 'Second' })
	expect(await restoreRevision(contributor, own.articleId, 1, base)).toMatchObject({ kind: 'saved' })
	const { articleId, revisionId } = await liveStory()
	for (const refused of [
		() => listRevisions(contributor, articleId),
		() => findRevision(contributor, articleId, 1),
		() => restoreRevision(contributor, articleId, 1, revisionId),
	])
		await expect(refused()).rejects.toMatchObject({ code: 'not-found' })
	const moderator = await createStaff('moderator')
	await expect(listRevisions(moderator, articleId)).rejects.toMatchObject({ code: 'forbidden' })
})

test('findRevision refuses numbers without a revision', async () => {
	const { editor, articleId } = await liveStory()
	await liveStory()
	for (const number of [0, -1, 2, 1.5, Number.NaN, 2 ** 60])
		await expect(findRevision(editor, articleId, number)).rejects.toMatchObject({ code: 'not-found' })
})
