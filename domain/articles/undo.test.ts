import { desc, eq } from 'drizzle-orm'
import { afterEach, expect, test, vi } from 'vitest'
import { readDb } from '@/db'
import { articles, auditEvents } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, storyFields } from '@/e2e/support/stories'
import type { StaffViewer } from '../permissions'
import type { Decision } from './decision'
import { findArticle, findNoArticle } from './find-article'
import { listRevisions } from './history'
import { listLatest } from './lists'
import { changePublicationDate, decideAbout, publishStory, withdrawStory } from './publish'
import { saveStory, startStory } from './save'
import { findStory } from './stories'
import { findUndoable, UNDO_MS } from './undo'

withDatabase()
afterEach(() => void vi.useRealTimers())

const inMs = (ms: number) => vi.setSystemTime(Date.now() + ms)

async function draft() {
	const editor = await createStaff('editor')
	return { editor, ...(await startStory(editor, await storyFields(editor))) }
}

const undo = async (editor: StaffViewer, articleId: number) => {
	const event = (await findUndoable(editor, articleId))?.events[0] ?? 0
	await decideAbout(editor, articleId, { kind: 'undo', event })
}

const rowOf = async (articleId: number) =>
	(await readDb().select().from(articles).where(eq(articles.id, articleId)))[0]

const DAY_MS = 86_400_000
const tomorrow = () => new Date(Date.now() + DAY_MS)

type Made = Awaited<ReturnType<typeof draft>>
const live = () => liveStory({}, new Date('2023-09-22T12:00:00Z'))
const scheduled = () => liveStory({}, tomorrow())
const withdrawn = async () => {
	const story = await live()
	await withdrawStory(story.editor, story.articleId, 'It was wrong.')
	return story
}
const inReview = async () => {
	const story = await draft()
	await decideAbout(story.editor, story.articleId, { kind: 'submit' })
	return story
}

test.each<[string, () => Promise<Made>, Decision]>([
	['a first publication', draft, { kind: 'publish' }],
	['a backdated first publication', draft, { kind: 'publish', at: new Date(0) }],
	['a publication out of review', inReview, { kind: 'publish' }],
	['a publication before the scheduled time', scheduled, { kind: 'publish' }],
	['a schedule', draft, { kind: 'schedule', at: tomorrow() }],
	['another time', scheduled, { kind: 'schedule', at: new Date(Date.now() + 3 * DAY_MS) }],
	['a schedule taken back', scheduled, { kind: 'unschedule' }],
	['a withdrawal', live, { kind: 'withdraw', reason: 'It was wrong.' }],
	['a republication', withdrawn, { kind: 'publish' }],
	['a publication without a change', live, { kind: 'publish' }],
	['a changed date', live, { kind: 'change date', at: new Date(0) }],
	['a submission', draft, { kind: 'submit' }],
	['an approval', inReview, { kind: 'approve' }],
	['a return', inReview, { kind: 'return', note: 'Not yet.' }],
])('undo restores the exact row before %s', async (_, make, decision) => {
	const { editor, articleId } = await make()
	const before = await rowOf(articleId)
	await decideAbout(editor, articleId, decision)
	await undo(editor, articleId)
	expect(await rowOf(articleId)).toEqual(before)
})

test('an undone first publication is absent for readers and history', async () => {
	const { editor, articleId, slug, revisionId } = await draft()
	await publishStory(editor, articleId, { revisionId })
	expect((await findArticle(slug)).kind).toBe('live')
	inMs(8_000)
	await undo(editor, articleId)
	expect(await findNoArticle(slug)).toEqual({ kind: 'unknown' })
	expect((await listLatest({ limit: 50 })).map((card) => card.slug)).not.toContain(slug)
	const { revisions } = await listRevisions(editor, articleId)
	const { visibility } = revisions[0] ?? {}
	if (visibility?.kind !== 'past') throw new Error(`The history says ${visibility?.kind}.`)
	expect(visibility.until.getTime() - visibility.from.getTime()).toBeGreaterThanOrEqual(8_000)
})

test('an undone update restores the earlier text with its own date', async () => {
	const story = await live()
	const { editor, articleId, revisionId, slug } = story
	const { fields } = await findStory(editor, articleId)
	const before = (await listRevisions(editor, articleId)).revisions[0]
	inMs(60_000)
	const saved = await saveStory(editor, articleId, revisionId, { ...fields, headline: 'Too early' })
	if (saved.kind !== 'saved') throw new Error(saved.kind)
	await publishStory(editor, articleId, { revisionId: saved.revisionId })
	await undo(editor, articleId)
	expect(await findArticle(slug)).toMatchObject({ article: { headline: fields.headline, updatedAt: null } })
	const [newer, older] = (await listRevisions(editor, articleId)).revisions
	expect(newer?.visibility).toMatchObject({ kind: 'past' })
	expect(older?.visibility).toEqual(before?.visibility)
})

test('a text saved since the decision stays, unpublished', async () => {
	const { editor, articleId, revisionId, slug } = await draft()
	await publishStory(editor, articleId, { revisionId })
	const { fields } = await findStory(editor, articleId)
	await saveStory(editor, articleId, revisionId, { ...fields, headline: 'Typed meanwhile' })
	await undo(editor, articleId)
	expect(await findStory(editor, articleId)).toMatchObject({
		state: 'draft',
		fields: { headline: 'Typed meanwhile' },
	})
	expect((await findArticle(slug)).kind).toBe('unknown')
})

test('a schedule is undone after the story appeared, within the time', async () => {
	const { editor, articleId, slug, revisionId } = await draft()
	await publishStory(editor, articleId, { revisionId, at: new Date(Date.now() + 2_000) })
	inMs(5_000)
	expect((await findArticle(slug)).kind).toBe('live')
	await undo(editor, articleId)
	expect((await findArticle(slug)).kind).toBe('unknown')
})

test('undo is offered for ten seconds and accepted a little longer', async () => {
	const { editor, articleId, revisionId } = await draft()
	await publishStory(editor, articleId, { revisionId })
	const [event = 0] = (await findUndoable(editor, articleId))?.events ?? []
	inMs(UNDO_MS + 1)
	expect(await findUndoable(editor, articleId)).toBeNull()
	inMs(3_000)
	await decideAbout(editor, articleId, { kind: 'undo', event })
	expect((await findStory(editor, articleId)).state).toBe('draft')
})

test('a late undo is refused with a message that names alternatives', async () => {
	const { editor, articleId, revisionId, slug } = await draft()
	await publishStory(editor, articleId, { revisionId })
	const [event = 0] = (await findUndoable(editor, articleId))?.events ?? []
	inMs(UNDO_MS + 6_000)
	const late = decideAbout(editor, articleId, { kind: 'undo', event })
	await expect(late).rejects.toThrow(/10 seconds, and they are over.*withdraw it with a reason/)
	expect((await findArticle(slug)).kind).toBe('live')
})

test('a clock set back does not extend the time', async () => {
	const { editor, articleId, revisionId } = await draft()
	await publishStory(editor, articleId, { revisionId })
	const [event = 0] = (await findUndoable(editor, articleId))?.events ?? []
	inMs(-3_600_000)
	expect(await findUndoable(editor, articleId)).toBeNull()
	await expect(decideAbout(editor, articleId, { kind: 'undo', event })).rejects.toMatchObject({
		code: 'conflict',
	})
})

test('only the last decision is undone, once, by its person', async () => {
	const { editor, articleId, revisionId } = await draft()
	await publishStory(editor, articleId, { revisionId })
	const [publication = 0] = (await findUndoable(editor, articleId))?.events ?? []
	const other = await createStaff('editor')
	expect(await findUndoable(other, articleId)).toBeNull()
	const refused = { code: 'conflict' }
	await expect(decideAbout(other, articleId, { kind: 'undo', event: publication })).rejects.toMatchObject(
		refused,
	)
	await changePublicationDate(editor, articleId, new Date(0))
	await expect(decideAbout(editor, articleId, { kind: 'undo', event: publication })).rejects.toMatchObject(
		refused,
	)
	await undo(editor, articleId)
	expect(await findUndoable(editor, articleId)).toBeNull()
	await expect(undo(editor, articleId)).rejects.toMatchObject(refused)
	expect((await findStory(editor, articleId)).state).toBe('live')
})

test('an undo is in the log with what it undid', async () => {
	const { editor, articleId, revisionId } = await draft()
	await publishStory(editor, articleId, { revisionId })
	await undo(editor, articleId)
	const [event, decision] = await readDb()
		.select()
		.from(auditEvents)
		.where(eq(auditEvents.subject, `article:${articleId}`))
		.orderBy(desc(auditEvents.id))
	expect(event).toMatchObject({
		action: 'undo decision',
		personId: editor.person.id,
		detail: { undone: decision?.id, action: 'publish story', to: decision?.detail?.from },
	})
})
