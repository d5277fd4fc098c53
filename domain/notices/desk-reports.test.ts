import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { readDb } from '@/db'
import { comments, commentTallies } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { startMailbox } from '@/e2e/support/mailbox'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import { eventually } from '@/lib/testing'
import { moderateComment } from '../comments/moderate'
import { postComment } from '../comments/post'
import type { StaffViewer } from '../permissions'
import { decideReported, findReported, listReports } from './desk-reports'
import { findOwnDecision } from './own-decision'
import { findReceipt, type NewReport, sendReport } from './reports'

withDatabase()

const _DAY_MS = 86_400_000
const author = reader('author')
let editor: StaffViewer
let articleId: number
let commentId: number

beforeEach(async () => {
	;({ editor, articleId } = await liveStory())
	const guest = {
		name: 'Ada',
		email: 'ada@example.org',
		body: `Said ${crypto.randomUUID()}.`,
		parentId: null,
	}
	commentId = (await postComment(author, articleId, guest)).id
	await moderateComment(editor, commentId, 'approved')
})

afterEach(() => vi.unstubAllEnvs())

const report = (changes: Partial<NewReport> = {}) =>
	sendReport({
		commentId,
		reason: 'abuse',
		explanation: '',
		goodFaith: false,
		name: '',
		email: '',
		...changes,
	})
const stateOf = async (id = commentId) =>
	(await readDb().select().from(comments).where(eq(comments.id, id)))[0]?.state
const _approved = async () =>
	(await readDb().select().from(commentTallies).where(eq(commentTallies.articleId, articleId)))[0]?.approved
const REMOVED = { outcome: 'removed', rule: 'abuse', law: '', facts: 'It calls the mayor a rat.' }
const KEPT = { outcome: 'kept', rule: '', law: '', facts: 'It is an opinion.' }

describe('decisions', () => {
	test('a removal answers the reports and the author', async () => {
		const { id, token } = await report()
		await decideReported(editor, commentId, REMOVED)
		expect(await stateOf()).toBe('rejected')
		const decision = {
			outcome: 'removed',
			ground: 'rules',
			rule: 'abuse',
			facts: REMOVED.facts,
			onReport: true,
			heldBefore: false,
			decidedBy: editor.person.id,
		}
		expect((await findReceipt(id, token))?.decision).toMatchObject(decision)
		expect((await findOwnDecision(author, commentId))?.decision).toMatchObject(decision)
		expect(await findOwnDecision(reader(), commentId)).toBeNull()
		expect(await findOwnDecision(editor, commentId)).toBeNull()
	})

	test.each([
		['outcome', { ...REMOVED, outcome: '' }],
		['rule', { ...REMOVED, rule: '' }],
		['law', { ...REMOVED, rule: 'law' }],
		['facts', { ...REMOVED, rule: 'other', facts: '' }],
		['facts', { ...REMOVED, facts: 'a'.repeat(2_001) }],
	])('without a right %s none is recorded', async (field, typed) => {
		await expect(decideReported(editor, commentId, typed)).rejects.toMatchObject({ code: 'invalid', field })
		expect((await findReported(editor, commentId)).decisions).toEqual([])
	})

	test('a removal by one button leaves a statement too', async () => {
		await moderateComment(editor, commentId, 'rejected')
		expect((await findOwnDecision(author, commentId))?.decision).toMatchObject({
			rule: 'other',
			onReport: false,
		})
	})

	test('reasons stated after a removal by one button replace it', async () => {
		const { id, token } = await report()
		await moderateComment(editor, commentId, 'rejected')
		await decideReported(editor, commentId, REMOVED)
		const { decisions } = await findReported(editor, commentId)
		expect(decisions.map(({ rule, reversedAt }) => [rule, reversedAt !== null])).toEqual([
			['abuse', false],
			['other', true],
		])
		expect((await findReceipt(id, token))?.decision?.rule).toBe('abuse')
	})

	test('a comment put back reopens its reports', async () => {
		const { id, token } = await report()
		await moderateComment(editor, commentId, 'rejected')
		expect((await findReceipt(id, token))?.decision?.outcome).toBe('removed')
		await moderateComment(editor, commentId, 'waiting')
		expect((await findReceipt(id, token))?.decision).toBeNull()
		expect(await findOwnDecision(author, commentId)).toBeNull()
		await moderateComment(editor, commentId, 'approved')
		expect((await findReceipt(id, token))?.decision).toMatchObject({ outcome: 'kept', heldBefore: true })
	})

	test('an approval without reports records none', async () => {
		expect((await findReported(editor, commentId)).decisions).toEqual([])
		await moderateComment(editor, commentId, 'rejected')
		await moderateComment(editor, commentId, 'approved')
		const { decisions } = await findReported(editor, commentId)
		expect(decisions.map(({ outcome, reversedAt }) => [outcome, reversedAt !== null])).toEqual([
			['removed', true],
		])
	})

	test('roles without the task may neither read nor decide', async () => {
		const contributor = await createStaff('contributor')
		await expect(listReports(contributor, { decided: false })).rejects.toMatchObject({ code: 'forbidden' })
		await expect(decideReported(contributor, commentId, KEPT)).rejects.toMatchObject({ code: 'forbidden' })
		await expect(decideReported(editor, 99_999, KEPT)).rejects.toMatchObject({ code: 'not-found' })
	})
})

test('lists hold the longest waiting comments first, with search and pages', async () => {
	for (const { comment } of (await listReports(editor, { decided: false })).groups)
		await decideReported(editor, comment?.id ?? 0, KEPT)
	const first = commentId
	const guest = { name: 'Nia', email: 'nia@example.org', body: 'Über the harbour.', parentId: null }
	const second = (await postComment(editor, articleId, guest)).id
	await report({ explanation: 'Rude words', name: 'Owen' })
	await report({ commentId: second, reason: 'spam' })
	await report()
	const ids = async (filter: Partial<Parameters<typeof listReports>[1]> = {}) => {
		const { groups, past } = await listReports(editor, { decided: false, ...filter })
		return {
			ids: groups.map(({ comment }) => comment?.id),
			reports: groups.map((each) => each.reports.length),
			past,
		}
	}
	expect(await ids()).toEqual({ ids: [first, second], reports: [2, 1], past: null })
	const page = await ids({ limit: 1 })
	expect(page.ids).toEqual([first])
	expect((await ids({ limit: 1, past: page.past })).ids).toEqual([second])
	expect((await ids({ search: 'uber' })).ids).toEqual([second])
	expect((await ids({ search: 'owen' })).ids).toEqual([first])
	await decideReported(editor, second, REMOVED)
	const decided = await ids({ decided: true, limit: 1 })
	expect([decided.ids, decided.reports]).toEqual([[second], [1]])
	expect((await ids({ decided: true, search: 'rat' })).ids[0]).toBe(second)
})

test('receipts and decisions are mailed to those with an address', async () => {
	const received = await startMailbox()
	const { id, token } = await report({ reason: 'spam', name: 'Owen', email: 'owen@example.org' })
	await report()
	await eventually(() => expect(received).toHaveLength(1))
	expect(received[0]).toMatchObject({ to: ['owen@example.org'] })
	expect(received[0]?.text).toContain(`/reports/${id}?token=${token}`)
	await decideReported(editor, commentId, REMOVED)
	await eventually(() => expect(received).toHaveLength(3))
	for (const address of ['owen@example.org', 'ada@example.org']) {
		const mail = received.slice(1).find(({ to }) => to.includes(address))
		expect(mail?.text).toContain('Facts: It calls the mayor a rat.')
		expect(mail?.text).toContain('If you disagree')
	}
	expect(received.find(({ to }) => to.includes('ada@example.org'))?.text).not.toContain('Owen')
	await moderateComment(editor, commentId, 'approved')
	await decideReported(editor, commentId, { ...REMOVED, rule: 'spam' })
	// The decision on the report again, and no mail to the author of spam.
	await eventually(() => expect(received).toHaveLength(4))
	expect(received.filter(({ to }) => to.includes('ada@example.org'))).toHaveLength(1)
})
