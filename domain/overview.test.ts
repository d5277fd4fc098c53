import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { write } from '@/db'
import { articles, comments, moods, readers } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, reader, storyFields } from '@/e2e/support/stories'
import { publishStory } from './articles/publish'
import { saveStory, startStory } from './articles/save'
import { renewEditor } from './articles/story-editors'
import { moderateComment } from './comments/moderate'
import { postComment } from './comments/post'
import { overview } from './overview'
import type { StaffViewer } from './permissions'
import { markPresent, presentPeople } from './presence'
import { responsesToday } from './responses-by-hour'

withDatabase()

const HOUR_MS = 3_600_000

test('each role sees what waits for it', async () => {
	const { editor, articleId, revisionId, slug } = await liveStory({ headline: 'The bridge opens' })
	const later = await startStory(editor, await storyFields(editor, { headline: 'Later' }))
	const at = new Date(Date.now() + HOUR_MS)
	await publishStory(editor, later.articleId, { revisionId: later.revisionId, at })
	await saveStory(editor, articleId, revisionId, await storyFields(editor, { headline: 'The bridge closes' }))
	const guest = { name: 'Ada', email: 'ada@example.org', parentId: null }
	await postComment(reader(), articleId, { ...guest, body: 'Held.' })
	const approved = await postComment(reader(), articleId, { ...guest, body: 'Approved.' })
	await moderateComment(editor, approved.id, 'approved')

	await markPresent(editor.person.id)
	await renewEditor(editor, { articleId, token: crypto.randomUUID(), typedAt: null })
	const shown = await overview(editor)
	expect(shown.held).toMatchObject({ count: 1, oldest: expect.any(Date) })
	expect(shown.own).toMatchObject([{ headline: 'The bridge closes' }])
	expect(shown.live).toMatchObject([{ headline: 'The bridge opens', bylines: ['A editor'] }])
	expect(shown.scheduled).toMatchObject([{ headline: 'Later', publishAt: at }])
	expect(shown.said).toMatchObject([{ author: 'Ada', text: 'Approved.', slug }])
	expect(shown.present).toMatchObject([
		{ name: 'A editor', story: { id: articleId, headline: 'The bridge closes' } },
	])

	const contributor = await overview(await createStaff('contributor'))
	expect(contributor.present).toMatchObject([{ name: 'A editor', story: null }])
	expect([contributor.held, contributor.own, contributor.nextAds]).toEqual([null, [], []])
	expect((await overview(await createStaff('moderator'))).held?.count).toBe(1)
	await expect(overview(await createStaff('reader'))).rejects.toMatchObject({ code: 'forbidden' })
})

test('stories in review and assigned ones wait, first due first', async () => {
	const editor = await createStaff('editor')
	const writer = await createStaff('contributor')
	const start = async (headline: string, values: Partial<typeof articles.$inferInsert>) => {
		const { articleId } = await startStory(writer, await storyFields(writer, { headline }))
		await write((tx) => tx.update(articles).set(values).where(eq(articles.id, articleId)))
	}
	await start('In review', { stage: 'in review' })
	await start('For the editor', { stage: 'in review', assignedTo: editor.person.id, dueAt: new Date(1) })
	await start('For another', { stage: 'in review', assignedTo: writer.person.id })
	await start('In the trash', { assignedTo: editor.person.id, deletedAt: new Date() })
	const waitingFor = async (viewer: StaffViewer) =>
		(await overview(viewer)).waiting.map(({ headline }) => headline)
	expect(await waitingFor(editor)).toEqual(['For the editor', 'In review'])
	expect(await waitingFor(writer)).toEqual(['For another'])
})

test('people are present for ten minutes after their last page', async () => {
	const at = Date.now() + 100 * HOUR_MS
	await markPresent('one', at)
	await markPresent('two', at + 1)
	await markPresent('one', at + 2)
	expect((await presentPeople(at + 3)).map(({ id }) => id)).toEqual(['one', 'two'])
	expect((await presentPeople(at + 10 * 60_000 + 1)).map(({ id }) => id)).toEqual(['one'])
})

test('responses are counted by local hour, beside the seven-day mean', async () => {
	const { articleId } = await liveStory()
	// 10:30 in Lagos, which is an hour ahead of UTC.
	const now = new Date(Date.UTC(2031, 4, 20, 9, 30))
	const day = (days: number, hour: number) => new Date(Date.UTC(2031, 4, 20 - days, hour - 1, 5))
	await write(async (tx) => {
		let number = 0
		const vote = async (castAt: Date, mood: 'happy' | 'sad' = 'happy') => {
			number += 1
			await tx.insert(readers).values({ id: `reader ${number}` })
			await tx.insert(moods).values({ articleId, readerId: `reader ${number}`, mood, castAt })
		}
		for (const castAt of [day(0, 0), day(0, 9), day(0, 9), day(0, 10)]) await vote(castAt)
		await vote(day(0, 10), 'sad')
		for (let days = 1; days <= 7; days += 1) await vote(day(days, 9))
		await vote(day(8, 9))
		for (const [state, hour] of [
			['approved', 9],
			['waiting', 9],
			['rejected', 9],
		] as const)
			await tx
				.insert(comments)
				.values({ articleId, authorName: 'Ada', body: 'Yes.', state, createdAt: day(0, hour) })
	})
	const { votes, comments: posted, moods: felt } = await responsesToday('Africa/Lagos', now)
	expect(votes).toHaveLength(24)
	expect(votes.slice(8, 12)).toEqual([
		{ label: '08:00', today: 0, mean: 0 },
		{ label: '09:00', today: 2, mean: 1 },
		{ label: '10:00', today: 2, mean: 0 },
		{ label: '11:00', today: null, mean: 0 },
	])
	expect(votes[0]).toEqual({ label: '00:00', today: 1, mean: 0 })
	expect(posted[9]?.today).toBe(2)
	expect(felt.slice(0, 2)).toEqual([
		{ mood: 'happy', votes: 4 },
		{ mood: 'sad', votes: 1 },
	])
})

test('a day with a clock change has its hours', async () => {
	const inLondon = (month: number, day: number) =>
		responsesToday('Europe/London', new Date(Date.UTC(2032, month, day, 12)))
	expect((await inLondon(2, 28)).votes).toHaveLength(23)
	expect((await inLondon(9, 31)).votes).toHaveLength(25)
})
