import { beforeAll, expect, test } from 'vitest'
import { readDb, write } from '@/db'
import { noticesSeen, readers } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import { NEW_READERS_MAX } from '@/lib/vote-rules'
import { ignoreAuthor } from '../comments/ignore'
import { moderateComment } from '../comments/moderate'
import { pickComment } from '../comments/pick'
import { postComment } from '../comments/post'
import { setRespect } from '../comments/respect'
import { castMood } from '../moods'
import { decideComplaint, fileComplaint, listComplaints } from '../notices/complaints'
import { decideReported } from '../notices/desk-reports'
import { addPerson } from '../people'
import type { StaffViewer, Viewer } from '../permissions'
import { mergeBrowserReader } from '../readers'
import { changeSettings } from '../settings'
import { decideBurst, listBursts } from '../votes/decisions'
import { listNotices } from './list'
import { countUnread, markNoticesSeen } from './seen'

withDatabase()

let editor: StaffViewer
let owner: StaffViewer
let articleId: number

beforeAll(async () => {
	;({ editor, articleId } = await liveStory())
	owner = await createStaff('owner')
	await changeSettings(owner, { commentsHeldFirst: 0, commentSpeedMax: 0 })
})

const post = async (viewer: Viewer, body: string, parentId: number | null = null) =>
	(await postComment(viewer, articleId, { body, parentId, name: 'Mo', email: 'mo@example.org' })).id

/** A comment that waits for a moderator. */
async function held(viewer: Viewer, body: string): Promise<number> {
	await changeSettings(owner, { commentsHeldFirst: 100 })
	const id = await post(viewer, body)
	await changeSettings(owner, { commentsHeldFirst: 0 })
	return id
}

const lines = async (viewer: Viewer) =>
	(await listNotices(viewer)).notices.map(({ at: _, story: __, unread: ___, ...line }) => line)

const REMOVED = { outcome: 'removed', rule: 'abuse', law: '', facts: '' }

test('replies of others are listed, not own ones and those of ignored people', async () => {
	const [ada, mo, eve] = [reader(), reader(), reader()]
	const own = await post(ada, 'A question.')
	const reply = await post(mo, 'An answer.', own)
	await post(ada, 'Thank you.', own)
	await post(eve, 'Noise.', own)
	await ignoreAuthor(ada, articleId, await post(eve, 'Noise elsewhere.'))
	const waits = await held(reader(), 'It waits.')
	expect(await lines(ada)).toEqual([{ kind: 'reply', id: reply, commentId: own, author: 'Mo' }])
	expect(await lines(mo)).toEqual([])
	expect(waits).toBeGreaterThan(0)
	await moderateComment(editor, reply, 'waiting')
	expect(await lines(ada)).toEqual([])
})

test('decisions have their reason, and their end is one line', async () => {
	const ada = reader()
	const waited = await held(ada, 'First of all.')
	const removed = await post(ada, 'You fool.')
	await moderateComment(editor, waited, 'approved')
	expect(await lines(ada)).toEqual([{ kind: 'approved', id: waited, commentId: waited }])
	await decideReported(editor, removed, REMOVED)
	const [line] = await lines(ada)
	expect(line).toMatchObject({ kind: 'removed', rule: 'abuse', law: '', heldBefore: false, inForce: true })
	await decideReported(editor, removed, { ...REMOVED, rule: 'hatred' })
	expect((await lines(ada)).map(({ kind }) => kind)).toEqual(['removed', 'removed', 'approved'])
	await moderateComment(editor, removed, 'approved')
	expect(await lines(ada)).toMatchObject([
		{ kind: 'undone', isPublic: true },
		{ kind: 'removed', rule: 'hatred', inForce: false },
		{ kind: 'removed', rule: 'abuse', inForce: false },
		{ kind: 'approved' },
	])
})

test('an upheld complaint is one line, with its answer', async () => {
	const ada = reader()
	const removed = await held(ada, 'A hard word.')
	await decideReported(editor, removed, REMOVED)
	await fileComplaint(ada, { commentId: removed }, 'It was a quotation.')
	expect((await lines(ada)).map(({ kind }) => kind)).toEqual(['removed'])
	const [complaint] = (await listComplaints(owner)).complaints
	await decideComplaint(owner, complaint?.id ?? 0, { outcome: 'upheld', answer: 'So it was.' })
	expect(await lines(ada)).toMatchObject([
		{ kind: 'complaint', upheld: true, answer: 'So it was.' },
		{ kind: 'removed', heldBefore: true },
	])
})

test('respects are one line a comment, a pick another', async () => {
	const [ada, mo] = [reader(), reader()]
	const own = await post(ada, 'A good point.')
	for (const each of [mo, reader(), reader()]) await setRespect(each, articleId, own, true)
	await setRespect(mo, articleId, own, false)
	await pickComment(editor, own, true)
	const found = await lines(ada)
	expect(found).toHaveLength(2)
	expect(found).toEqual(
		expect.arrayContaining([
			{ kind: 'respects', id: own, commentId: own, count: 2 },
			{ kind: 'pick', id: own, commentId: own },
		]),
	)
})

test('a vote set aside is a line, then the decision about it', async () => {
	const story = await liveStory()
	const network = crypto.randomUUID()
	for (let number = 0; number < NEW_READERS_MAX; number += 1)
		await castMood(reader(), story.articleId, 'happy', network)
	const ada = reader()
	await castMood(ada, story.articleId, 'sad', network)
	const line = { kind: 'vote', id: story.articleId, commentId: 0, given: { mood: 'sad' } }
	expect(await lines(ada)).toEqual([{ ...line, state: 'waiting', reason: '' }])
	const [burst] = await listBursts(story.editor, story.articleId)
	const reason = 'A school class.'
	await decideBurst(story.editor, story.articleId, burst?.id ?? '', { outcome: 'release', reason })
	expect(await lines(ada)).toEqual([{ ...line, state: 'counted', reason }])
})

test('pages follow one another without gaps, also within one moment', async () => {
	const ada = reader()
	const own = await post(ada, 'Let us count.')
	const replies: number[] = []
	for (let number = 0; number < 7; number += 1) replies.push(await post(reader(), `Number ${number}.`, own))
	await setRespect(reader(), articleId, own, true)
	const seen: string[] = []
	let past: string | null = ''
	while (past !== null) {
		const page: Awaited<ReturnType<typeof listNotices>> = await listNotices(ada, { past, limit: 3 })
		expect(page.notices.length).toBeLessThanOrEqual(3)
		seen.push(...page.notices.map(({ kind, id }) => `${kind} ${id}`))
		past = page.past
	}
	expect(seen.toSorted()).toEqual([...replies.map((id) => `reply ${id}`), `respects ${own}`].toSorted())
	expect((await listNotices(ada, { past: 'x' })).notices).toHaveLength(8)
})

test('a mark holds for what the page showed, and never moves back', async () => {
	const ada = reader()
	const own = await post(ada, 'Who reads this?')
	const first = await post(reader(), 'I do.', own)
	const { notices } = await listNotices(ada)
	expect([notices.map(({ unread }) => unread), await countUnread(ada)]).toEqual([[true], 1])
	await new Promise((resolve) => setTimeout(resolve, 5))
	await post(reader(), 'I too.', own)
	await markNoticesSeen(ada, notices[0]?.at ?? new Date())
	expect((await listNotices(ada)).notices.map(({ id, unread }) => id === first && unread)).toEqual([
		false,
		false,
	])
	expect(await countUnread(ada)).toBe(1)
	await markNoticesSeen(ada, new Date(Date.now() + 86_400_000))
	await markNoticesSeen(ada, new Date(0))
	expect(await countUnread(ada)).toBe(0)
	await new Promise((resolve) => setTimeout(resolve, 5))
	await post(reader(), 'Later.', own)
	expect(await countUnread(ada)).toBe(1)
	await markNoticesSeen({ person: null, readerId: null }, new Date())
})

test('a merge keeps unread what either reader has not read', async () => {
	const role = 'reader' as const
	const account = { name: 'Ada', email: 'ada@example.org', password: 'engine no. 1', role }
	const { id } = await addPerson(account)
	const signedIn: Viewer = { person: { id, name: 'Ada', email: account.email, role }, readerId: null }
	const browser = reader()
	const guests = await post(browser, 'As a guest.')
	await post(reader(), 'To the guest.', guests)
	await new Promise((resolve) => setTimeout(resolve, 5))
	const own = await post(signedIn, 'With my account.')
	await post(reader(), 'To the account.', own)
	await markNoticesSeen(signedIn, new Date())
	await mergeBrowserReader({ ...signedIn, readerId: reader().readerId })
	expect(await countUnread(signedIn)).toBe(0)
	await mergeBrowserReader({ ...signedIn, readerId: browser.readerId })
	expect((await listNotices(signedIn)).notices.map(({ unread }) => unread)).toEqual([true, true])
	expect(await readDb().$count(noticesSeen)).toBeGreaterThan(0)
	await write((tx) => tx.delete(readers))
	expect(await readDb().$count(noticesSeen)).toBe(0)
})
