import { desc, eq } from 'drizzle-orm'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { readDb, write } from '@/db'
import { articles, auditEvents, revisions } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, storyFields } from '@/e2e/support/stories'
import type { StaffViewer } from '../permissions'
import type { Decision } from './decision'
import { findArticle } from './find-article'
import { listLatest } from './lists'
import { publicationIn, publicationToken } from './publication'
import { publishStory, unscheduleStory, withdrawStory } from './publish'
import { saveStory, startStory } from './save'
import { findStory, listStories } from './stories'

withDatabase()
afterEach(() => void vi.useRealTimers())

const DAY_MS = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS)

async function draft(headline = 'A draft') {
	const editor = await createStaff('editor')
	return { editor, ...(await startStory(editor, await storyFields(editor, { headline }))) }
}

const scheduledStory = async (days = 1) => liveStory({ headline: 'As scheduled' }, inDays(days))

/** A form with the state at the time it was opened; `send` saves with that state. */
async function openForm(editor: StaffViewer, articleId: number) {
	const opened = await findStory(editor, articleId)
	return (decision?: Decision, changes: { headline?: string; slug?: string } = {}) => {
		const { slug, ...fields } = changes
		const expected = publicationToken(opened)
		const also = { slug, ...(decision && { decision: { ...decision, expected } }) }
		return saveStory(editor, articleId, opened.headRevisionId, { ...opened.fields, ...fields }, also)
	}
}

/** Every stored column and row of a story. */
const stored = async (articleId: number) => ({
	article: await readDb().select().from(articles).where(eq(articles.id, articleId)),
	revisions: await readDb().$count(revisions, eq(revisions.articleId, articleId)),
	events: await readDb().$count(auditEvents, eq(auditEvents.subject, `article:${articleId}`)),
})

const lastEvent = async (articleId: number) => {
	const [event] = await readDb()
		.select()
		.from(auditEvents)
		.where(eq(auditEvents.subject, `article:${articleId}`))
		.orderBy(desc(auditEvents.id))
		.limit(1)
	return event
}

describe('a decision for an outdated state writes nothing', () => {
	const NEXT_MAY: Decision = { kind: 'schedule', at: inDays(200) }
	const decisions: Decision[] = [
		NEXT_MAY,
		{ kind: 'publish' },
		{ kind: 'update scheduled' },
		{ kind: 'unschedule' },
		{ kind: 'withdraw', reason: 'It was wrong.' },
	]

	test.each(decisions)('$kind, after another editor has published', async (decision) => {
		const { editor, articleId, revisionId } = await draft()
		const send = await openForm(editor, articleId)
		await publishStory(await createStaff('editor'), articleId, { revisionId })
		const before = await stored(articleId)
		const outcome = await send(decision, { headline: 'Not to be seen yet', slug: 'not-to-be-seen' })
		expect(outcome).toMatchObject({ kind: 'overtaken', publication: { state: 'live' } })
		expect(await stored(articleId)).toEqual(before)
	})

	test.each(decisions)('$kind, after the scheduled time has passed', async (decision) => {
		const { editor, articleId } = await scheduledStory()
		const send = await openForm(editor, articleId)
		const before = await stored(articleId)
		vi.setSystemTime(inDays(2))
		expect(await send(decision, { headline: 'Too late' })).toMatchObject({
			kind: 'overtaken',
			publication: { state: 'live' },
		})
		expect(await stored(articleId)).toEqual(before)
	})

	test('update, after another editor has rescheduled', async () => {
		const { editor, articleId, revisionId } = await scheduledStory(9)
		const send = await openForm(editor, articleId)
		await publishStory(editor, articleId, { revisionId, at: inDays(3) })
		expect(await send({ kind: 'update scheduled' })).toMatchObject({ kind: 'overtaken' })
	})

	test('schedule, of a withdrawn story', async () => {
		const { editor, articleId } = await liveStory()
		await withdrawStory(editor, articleId, 'It was wrong.')
		const send = await openForm(editor, articleId)
		const before = await stored(articleId)
		await expect(send(NEXT_MAY, { headline: 'Forged' })).rejects.toMatchObject({ code: 'conflict' })
		expect(await stored(articleId)).toEqual(before)
	})

	test('a malformed publication token', async () => {
		const { editor, articleId, revisionId } = await draft()
		const { fields } = await findStory(editor, articleId)
		for (const expected of ['', 'scheduled', 'draft 2026-01-01T00:00:00.000Z', 'live'])
			expect(
				await saveStory(editor, articleId, revisionId, fields, { decision: { kind: 'publish', expected } }),
			).toMatchObject({ kind: 'overtaken' })
		expect(publicationIn('scheduled tomorrow')).toBeNull()
		expect(publicationIn('live 2026-01-01')).toBeNull()
	})
})

test('scheduling a story that was public is refused', async () => {
	const { editor, articleId, revisionId } = await liveStory()
	const again = publishStory(editor, articleId, { revisionId, at: inDays(9) })
	await expect(again).rejects.toMatchObject({ code: 'conflict' })
})

test('a stale save with slug and decision changes nothing', async () => {
	const { editor, articleId } = await draft()
	const [first, second] = [await openForm(editor, articleId), await openForm(editor, articleId)]
	const outcomes = await Promise.all([
		first(undefined, { headline: 'First' }),
		second({ kind: 'publish' }, { headline: 'Second', slug: 'second-address' }),
	])
	expect(outcomes.map(({ kind }) => kind)).toEqual(['saved', 'stale'])
	expect(await findStory(editor, articleId)).toMatchObject({ state: 'draft', fields: { headline: 'First' } })
	expect((await findStory(editor, articleId)).slug).not.toBe('second-address')
})

test('a taken slug rolls back the save and the decision', async () => {
	const taken = await liveStory()
	const { editor, articleId } = await draft()
	const send = await openForm(editor, articleId)
	const before = await stored(articleId)
	const refusal = send({ kind: 'publish' }, { headline: 'New', slug: taken.slug })
	await expect(refusal).rejects.toMatchObject({ code: 'conflict', field: 'slug' })
	expect(await stored(articleId)).toEqual(before)
})

test('text, slug and publication change in one transaction', async () => {
	const { editor, articleId } = await draft()
	const send = await openForm(editor, articleId)
	const saved = await send({ kind: 'publish' }, { headline: 'All at once', slug: 'All at once' })
	expect(saved).toMatchObject({ kind: 'saved', slug: 'all-at-once', publication: { state: 'live' } })
	expect(await findArticle('all-at-once')).toMatchObject({ article: { headline: 'All at once' } })
})

test('a decision refused by the checklist still saves the text', async () => {
	const { editor, articleId } = await liveStory({ headline: 'Whole' })
	const { headRevisionId, fields, ...opened } = await findStory(editor, articleId)
	const decision = { kind: 'publish', expected: publicationToken(opened) } as const
	const bare = { ...fields, section: '' }
	const outcome = await saveStory(editor, articleId, headRevisionId, bare, { decision })
	expect(outcome).toMatchObject({ kind: 'saved', refused: { field: 'publish' } })
	expect(await findStory(editor, articleId)).toMatchObject({ changed: true, fields: { section: '' } })
})

test('an unchanged form creates no revision', async () => {
	const { editor, articleId, revisionId } = await draft()
	expect(await (await openForm(editor, articleId))()).toMatchObject({ kind: 'saved', revisionId })
})

describe('a scheduled story', () => {
	test('unscheduled becomes a draft and never appears', async () => {
		const { editor, articleId, slug } = await scheduledStory()
		const send = await openForm(editor, articleId)
		expect(await send({ kind: 'unschedule' })).toMatchObject({ publication: { state: 'draft' } })
		expect(await lastEvent(articleId)).toMatchObject({ action: 'unschedule story' })
		expect(await findStory(editor, articleId)).toMatchObject({ state: 'draft', publishAt: null })
		vi.setSystemTime(inDays(2))
		expect(await findArticle(slug)).toEqual({ kind: 'unknown' })
		expect((await listLatest({ limit: 100 })).map((card) => card.slug)).not.toContain(slug)
	})

	test('unscheduled can be scheduled again', async () => {
		const { editor, articleId, revisionId, slug } = await scheduledStory()
		await unscheduleStory(editor, articleId)
		const at = inDays(3)
		await publishStory(editor, articleId, { revisionId, at })
		expect(await lastEvent(articleId)).toMatchObject({ action: 'schedule story' })
		vi.setSystemTime(at)
		expect(await findArticle(slug)).toMatchObject({ kind: 'live', article: { publishedAt: at } })
	})

	test('cannot be withdrawn, nor a live one unscheduled', async () => {
		const scheduled = await scheduledStory()
		const withdrawal = withdrawStory(scheduled.editor, scheduled.articleId, 'Why not')
		await expect(withdrawal).rejects.toMatchObject({ code: 'conflict' })
		const live = await liveStory()
		await expect(unscheduleStory(live.editor, live.articleId)).rejects.toMatchObject({ code: 'conflict' })
	})

	test('shows unpublished changes until it is updated', async () => {
		const { editor, articleId, slug } = await scheduledStory()
		await (await openForm(editor, articleId))(undefined, { headline: 'Corrected' })
		expect(await findStory(editor, articleId)).toMatchObject({ state: 'scheduled', changed: true })
		const { stories: rows } = await listStories(editor, { state: 'scheduled' })
		expect(rows.find((row) => row.id === articleId)).toMatchObject({ changed: true })
		const { publishAt } = await findStory(editor, articleId)
		await (await openForm(editor, articleId))({ kind: 'update scheduled' })
		expect(await lastEvent(articleId)).toMatchObject({ action: 'update scheduled story' })
		expect(await findStory(editor, articleId)).toMatchObject({ changed: false, publishAt })
		vi.setSystemTime(inDays(2))
		expect(await findArticle(slug)).toMatchObject({ article: { headline: 'Corrected', updatedAt: null } })
	})

	test('withdrawn by an older release is a draft, at 404', async () => {
		const { editor, articleId, slug } = await scheduledStory()
		await write(async (tx) => {
			const values = { withdrawnAt: new Date(), withdrawalReason: 'Too early.' }
			await tx.update(articles).set(values).where(eq(articles.id, articleId))
		})
		expect(await findStory(editor, articleId)).toMatchObject({ state: 'draft', publishAt: null })
		const idsIn = async (state: string) => (await listStories(editor, { state })).stories.map(({ id }) => id)
		expect(await idsIn('draft')).toContain(articleId)
		expect(await idsIn('withdrawn')).not.toContain(articleId)
		const at = inDays(3)
		await (await openForm(editor, articleId))({ kind: 'schedule', at })
		vi.setSystemTime(inDays(2))
		expect(await findArticle(slug)).toEqual({ kind: 'unknown' })
		vi.setSystemTime(at)
		expect(await findArticle(slug)).toMatchObject({ kind: 'live' })
	})
})
