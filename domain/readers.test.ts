import { count, eq, is, Table } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { readDb, write } from '@/db'
import * as schema from '@/db/schema'
import { tableConfig, withDatabase } from '@/db/testing'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import { NEW_READERS_MAX } from '@/lib/vote-rules'
import { addReaderNote } from './comments/commenter'
import { ignoreAuthor } from './comments/ignore'
import { DRAFT_LENGTH_MAX } from './comments/joined-drafts'
import { moderateComment } from './comments/moderate'
import { listOwnComments } from './comments/own-list'
import { findDraft, postComment, saveDraft } from './comments/post'
import { setRespect } from './comments/respect'
import { restrictAuthor } from './comments/restrictions'
import { mergeReader } from './merge-readers'
import { castMood, moodTally, myMood, ownMoods } from './moods'
import { rateArticle, ratingTally } from './ratings'
import { markNoticesSeen } from './reader-notices/seen'
import { isAnonymous } from './readers'
import { saveArticle } from './reading-list'

withDatabase()

const { readers } = schema

test('a vote before sign-in is kept after it', async () => {
	const { articleId } = await liveStory()
	const browser = reader()
	await castMood(browser, articleId, 'sad')
	const signedIn = { ...(await createStaff('reader')), readerId: browser.readerId }
	await castMood(signedIn, articleId, 'happy')
	expect((await moodTally(articleId)).total).toBe(1)
	expect(await myMood({ ...signedIn, readerId: null }, articleId)).toBe('happy')
})

test('a second browser of one account adds no vote', async () => {
	const [first, second] = [await liveStory(), await liveStory()]
	const person = await createStaff('reader')
	await castMood({ ...person, readerId: crypto.randomUUID() }, first.articleId, 'happy')
	const browser = reader()
	await castMood(browser, first.articleId, 'sad')
	await castMood(browser, second.articleId, 'angry')
	await rateArticle(browser, first.articleId, 2)
	await postComment(browser, first.articleId, {
		body: 'Me too.',
		name: 'Me',
		email: 'me@example.org',
		parentId: null,
	})

	const signedIn = { ...person, readerId: browser.readerId }
	await rateArticle(signedIn, second.articleId, 5)
	expect(await moodTally(first.articleId)).toMatchObject({ total: 1 })
	expect(await myMood(signedIn, first.articleId)).toBe('happy')
	expect(await myMood(signedIn, second.articleId)).toBe('angry')
	expect(await ratingTally(first.articleId)).toMatchObject({ total: 1, average: 2 })
	expect((await listOwnComments(signedIn)).comments.map((comment) => comment.body)).toEqual(['Me too.'])
})

test('account data is hidden from a browser’s old reader cookie', async () => {
	const { articleId } = await liveStory()
	const browser = reader()
	await castMood(browser, articleId, 'sad')
	expect(await isAnonymous(browser.readerId ?? '')).toBe(true)
	await castMood({ ...(await createStaff('reader')), readerId: browser.readerId }, articleId, 'happy')
	expect(await isAnonymous(browser.readerId ?? '')).toBe(false)
	await expect(castMood(browser, articleId, 'angry')).rejects.toMatchObject({ code: 'unauthenticated' })
	expect((await moodTally(articleId)).rows[0]?.votes).toBe(1)
})

const guest = { name: 'Me', email: 'me@example.org', parentId: null }
const draftOf = (body: string, parentId: number | null = null) => ({ body, parentId })

/** An account with its own reader, as after a vote in another browser. */
async function voter(articleId: number) {
	const person = await createStaff('reader')
	const phone = reader()
	return { person, phone, vote: () => castMood({ ...person, readerId: phone.readerId }, articleId, 'happy') }
}

test('a draft survives a vote right after sign-in', async () => {
	const { articleId } = await liveStory()
	const { person, vote } = await voter(articleId)
	await vote()
	const browser = reader()
	await saveDraft(browser, articleId, draftOf('A long thought'))
	await castMood({ ...person, readerId: browser.readerId }, articleId, 'sad')
	expect(await findDraft({ ...person, readerId: null }, articleId)).toMatchObject(draftOf('A long thought'))
})

test('drafts of two browsers are joined before and after merging', async () => {
	const { articleId } = await liveStory()
	const { person, phone, vote } = await voter(articleId)
	const { id } = await postComment(reader(), articleId, { ...guest, body: 'What of it?' })
	await saveDraft(phone, articleId, draftOf('Begun on the phone'))
	await vote()
	const browser = reader()
	await saveDraft(browser, articleId, draftOf('Gone on with at home', id))
	const signedIn = { ...person, readerId: browser.readerId }
	const joined = draftOf('Begun on the phone\n\nGone on with at home', id)
	expect(await findDraft(signedIn, articleId)).toMatchObject(joined)
	await castMood(signedIn, articleId, 'sad')
	expect(await findDraft({ ...person, readerId: null }, articleId)).toMatchObject(joined)
	const again = reader()
	await saveDraft(again, articleId, draftOf(joined.body))
	await castMood({ ...person, readerId: again.readerId }, articleId, 'angry')
	expect(await findDraft({ ...person, readerId: null }, articleId)).toMatchObject({ body: joined.body })
})

test('joined drafts are limited; the newest stays', async () => {
	const { articleId } = await liveStory()
	const { person, vote } = await voter(articleId)
	await vote()
	const bodies = Array.from({ length: 5 }, (_, number) => String(number).repeat(5_000))
	for (const body of bodies) {
		const browser = reader()
		await saveDraft(browser, articleId, draftOf(body))
		await castMood({ ...person, readerId: browser.readerId }, articleId, 'sad')
	}
	const { body } = (await findDraft({ ...person, readerId: null }, articleId)) ?? { body: '' }
	expect(body.length).toBeLessThanOrEqual(DRAFT_LENGTH_MAX)
	expect(body).toContain(bodies.at(-1))
})

test('an account’s draft is hidden from the browser’s next account', async () => {
	const { articleId } = await liveStory()
	const browser = reader()
	await saveDraft(browser, articleId, draftOf('Mine alone'))
	const first = { ...(await createStaff('reader')), readerId: browser.readerId }
	await castMood(first, articleId, 'happy')
	const second = { ...(await createStaff('reader')), readerId: browser.readerId }
	expect(await findDraft(second, articleId)).toBeNull()
	await postComment(second, articleId, { ...guest, body: 'Something else' })
	expect(await findDraft(first, articleId)).toMatchObject({ body: 'Mine alone' })
})

test('merging moves rows of every table that refers to readers', async () => {
	const { articleId } = await liveStory()
	const [browser, own] = [reader(), reader()]
	for (const viewer of [browser, own]) await castMood(viewer, (await liveStory()).articleId, 'happy')
	await castMood(browser, articleId, 'sad')
	await saveArticle(browser, articleId)
	await rateArticle(browser, articleId, 2)
	const { id } = await postComment(browser, articleId, { ...guest, body: 'Me too.' })
	const moderator = await createStaff('moderator')
	await restrictAuthor(moderator, id, { kind: 'mute', reason: 'Calm down.', until: '' })
	await addReaderNote(moderator, id, 'Writes at night.')
	await saveDraft(browser, articleId, draftOf('And another thing'))
	const other = await postComment(await createStaff('editor'), articleId, { ...guest, body: 'Hear, hear.' })
	await setRespect(browser, articleId, other.id, true)
	await ignoreAuthor(browser, articleId, other.id)
	await moderateComment(moderator, id, 'approved')
	await ignoreAuthor(reader(), articleId, id)
	const aside = await liveStory()
	for (let number = 0; number < NEW_READERS_MAX; number += 1)
		await castMood(reader(), aside.articleId, 'happy', 'a network')
	await castMood(browser, aside.articleId, 'happy', 'a network')
	await markNoticesSeen(browser, new Date())
	const tables = Object.values(schema)
		.filter((each) => is(each, Table))
		.flatMap((table) => tableConfig(table).foreignKeys.map((key) => ({ table, ...key.reference() })))
		.filter(({ foreignTable }) => foreignTable === readers)
	const rows = (id: string | null) =>
		Promise.all(
			tables.map(async ({ table, columns: [column] }) => {
				const [row] = await readDb()
					.select({ rows: count() })
					.from(table as typeof readers)
					.where(eq(column as typeof readers.id, id ?? ''))
				return [tableConfig(table).name, row?.rows ?? 0] as const
			}),
		)
	const before = await rows(browser.readerId)
	expect(before.filter(([, number]) => number === 0)).toEqual([])
	const kept = new Map(await rows(own.readerId))
	await write((tx) => mergeReader(tx, browser.readerId ?? '', own.readerId ?? ''))
	expect(await rows(own.readerId)).toEqual(
		before.map(([name, number]) => [name, number + (kept.get(name) ?? 0)]),
	)
})

test('each reader has the time of its own first write', async () => {
	const { articleId } = await liveStory()
	vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 })
	try {
		const late = reader()
		await castMood(late, articleId, 'happy')
		const [row] = await readDb()
			.select()
			.from(readers)
			.where(eq(readers.id, late.readerId ?? ''))
		expect(row?.createdAt.getTime()).toBe(Date.now())
	} finally {
		vi.useRealTimers()
	}
})

test('a merged vote keeps its time; one set aside gives way to the account’s', async () => {
	const [first, second] = [await liveStory(), await liveStory()]
	const person = await createStaff('reader')
	const phone = reader()
	await castMood({ ...person, readerId: phone.readerId }, first.articleId, 'happy')
	const browser = reader()
	for (const { articleId } of [first, second]) {
		for (let number = 0; number < NEW_READERS_MAX; number += 1)
			await castMood(reader(), articleId, 'happy', 'another network')
		await castMood(browser, articleId, 'sad', 'another network')
	}
	const signedIn = { ...person, readerId: browser.readerId }
	await saveArticle(signedIn, second.articleId)
	expect(await ownMoods(signedIn, first.articleId)).toMatchObject({ mine: 'happy', aside: null })
	expect(await ownMoods(signedIn, second.articleId)).toMatchObject({ mine: 'sad', aside: expect.any(String) })
	expect(await moodTally(second.articleId)).toMatchObject({ total: NEW_READERS_MAX })
})
