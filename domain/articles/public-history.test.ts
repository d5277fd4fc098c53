import { afterEach, describe, expect, test, vi } from 'vitest'
import { withDatabase } from '@/db/testing'
import { liveStory } from '@/e2e/support/stories'
import { parseMarkdown } from '../body/markdown'
import type { StaffViewer } from '../permissions'
import type { StoryFields } from './fields'
import { countChanges, findPublicHistory, findPublicVersion, isPublicVersion } from './public-history'
import { publishStory, unscheduleStory, withdrawStory } from './publish'
import { saveStory } from './save'
import { changeSlug } from './slugs'
import { findStory } from './stories'

withDatabase()
afterEach(() => void vi.useRealTimers())

const HOUR_MS = 3_600_000

async function save(editor: StaffViewer, articleId: number, changes: Partial<StoryFields>): Promise<number> {
	const { headRevisionId, fields } = await findStory(editor, articleId)
	const saved = await saveStory(editor, articleId, headRevisionId, { ...fields, ...changes })
	if (saved.kind !== 'saved') throw new Error(saved.kind)
	return saved.revisionId
}

const update = async (
	editor: StaffViewer,
	articleId: number,
	headline: string,
	minor = false,
): Promise<void> => {
	await publishStory(editor, articleId, { revisionId: await save(editor, articleId, { headline }), minor })
}

async function historyOf(slug: string) {
	const history = await findPublicHistory(slug)
	if (history.kind !== 'live') throw new Error(history.kind)
	return history
}

test('every published text has a number that stays', async () => {
	const { editor, articleId, slug } = await liveStory({ headline: 'First' })
	expect(await countChanges(articleId)).toBe(0)
	await update(editor, articleId, 'Second', true)
	await update(editor, articleId, 'Third')
	expect((await historyOf(slug)).versions).toMatchObject([
		{ number: 3, headline: 'Third', minor: false, until: null },
		{ number: 2, headline: 'Second', minor: true },
		{ number: 1, headline: 'First', minor: false },
	])
	expect(await countChanges(articleId)).toBe(2)
})

test('the public history omits drafts, cancelled schedules and notes', async () => {
	const later = new Date(Date.now() + HOUR_MS)
	const { editor, articleId, slug } = await liveStory({ headline: 'CANARY scheduled' }, later)
	await unscheduleStory(editor, articleId)
	await save(editor, articleId, { headline: 'CANARY draft', note: 'CANARY note' })
	const published = await save(editor, articleId, { headline: 'Published', note: 'CANARY note' })
	await publishStory(editor, articleId, { revisionId: published })
	await save(editor, articleId, { headline: 'CANARY newer', body: parseMarkdown('CANARY text') })
	await save(editor, articleId, { body: parseMarkdown('The bridge opened.') })
	await update(editor, articleId, 'Again')
	await save(editor, articleId, { headline: 'CANARY newest' })
	const history = await historyOf(slug)
	const compared = await findPublicVersion(slug, 2)
	expect(history.versions.map(({ headline }) => headline)).toEqual(['Again', 'Published'])
	expect(compared).toMatchObject({ newer: { headline: 'Again' }, older: { headline: 'Published' } })
	const own = JSON.stringify([history, compared])
	expect(own).not.toContain('CANARY')
	// The byline is public, the person of the save is not.
	expect(own).not.toContain(editor.person.id)
})

test('the history lists the text of a replacing schedule only', async () => {
	const later = new Date(Date.now() + HOUR_MS)
	const { editor, articleId, slug } = await liveStory({ headline: 'Too early' }, later)
	const second = await save(editor, articleId, { headline: 'At its time' })
	await publishStory(editor, articleId, { revisionId: second, at: later })
	expect(await findPublicHistory(slug)).toEqual({ kind: 'unknown' })
	vi.setSystemTime(later.getTime() + 1)
	expect((await historyOf(slug)).versions).toMatchObject([
		{ number: 1, headline: 'At its time', from: later },
	])
})

test('republishing the same text after a withdrawal is no change', async () => {
	const { editor, articleId, slug, revisionId } = await liveStory()
	await withdrawStory(editor, articleId, 'It was wrong.')
	expect(await findPublicHistory(slug)).toMatchObject({ kind: 'withdrawn', reason: 'It was wrong.' })
	expect(await isPublicVersion(slug, 1)).toBe(false)
	await publishStory(editor, articleId, { revisionId })
	expect(await historyOf(slug)).toMatchObject({ total: 1, versions: [{ number: 1, until: null }] })
})

test('the first version has the printed date', async () => {
	const printed = new Date('2023-09-22T10:00:00Z')
	const { articleId, slug } = await liveStory({}, printed)
	expect((await historyOf(slug)).versions[0]?.from).toEqual(printed)
	expect(await countChanges(articleId)).toBe(0)
})

describe('findPublicVersion', () => {
	test('compares any two versions in their order', async () => {
		const { editor, articleId, slug } = await liveStory({ headline: 'First' })
		await update(editor, articleId, 'Second')
		await update(editor, articleId, 'Third')
		for (const [number, other] of [
			[1, 3],
			[3, 1],
		] as const)
			expect(await findPublicVersion(slug, number, other)).toMatchObject({
				older: { number: 1, headline: 'First' },
				newer: { number: 3, headline: 'Third' },
			})
		expect(await findPublicVersion(slug, 1)).toMatchObject({ newer: { number: 1 }, older: null })
	})

	test('has no version for other numbers', async () => {
		const { slug } = await liveStory()
		for (const number of [0, -1, 2, 1.5, Number.NaN, 2 ** 60]) {
			expect(await isPublicVersion(slug, number)).toBe(false)
			expect((await findPublicVersion(slug, number, 1))?.kind === 'live' && number > 1).toBe(false)
		}
	})

	test('names the new address of a moved story', async () => {
		const { editor, articleId, slug } = await liveStory()
		await changeSlug(editor, articleId, `${slug} moved`)
		expect(await findPublicHistory(slug)).toEqual({ kind: 'moved', slug: `${slug}-moved` })
	})
})
