import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { readDb, write } from '@/db'
import { auditEvents, commentDecisions, commentReports, comments, commentTallies } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import { withdrawStory } from '../articles/publish'
import { moderateComment } from '../comments/moderate'
import { postComment } from '../comments/post'
import type { StaffViewer } from '../permissions'
import { changeSettings } from '../settings'
import { decideReported, findReported } from './desk-reports'
import { EXPLANATION_LENGTH_MAX, findReceipt, type NewReport, sendReport } from './reports'
import { emptyOldReports, REPORT_KEPT_DAYS } from './retention'

withDatabase()

const DAY_MS = 86_400_000
const author = reader('author')
let editor: StaffViewer
let articleId: number
let slug: string
let commentId: number

beforeEach(async () => {
	;({ editor, articleId, slug } = await liveStory())
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
const approved = async () =>
	(await readDb().select().from(commentTallies).where(eq(commentTallies.articleId, articleId)))[0]?.approved
const _REMOVED = { outcome: 'removed', rule: 'abuse', law: '', facts: 'It calls the mayor a rat.' }
const KEPT = { outcome: 'kept', rule: '', law: '', facts: 'It is an opinion.' }

test.each([
	['reason', { reason: 'boring' }],
	['explanation', { reason: 'illegal', goodFaith: true, explanation: ' \u200b' }],
	['explanation', { reason: 'other' }],
	['explanation', { explanation: 'a'.repeat(EXPLANATION_LENGTH_MAX + 1) }],
	['goodFaith', { reason: 'illegal', explanation: 'It is libel.' }],
	['email', { email: 'nobody' }],
	['name', { name: 'a'.repeat(200) }],
] satisfies [string, Partial<NewReport>][])('a report with a wrong %s is refused', async (field, changes) => {
	await expect(report(changes)).rejects.toMatchObject({ code: 'invalid', field })
	expect((await findReported(editor, commentId)).reports).toEqual([])
})

test('only comments that readers see can be reported', async () => {
	await expect(report({ commentId: 99_999 })).rejects.toMatchObject({ code: 'not-found' })
	await moderateComment(editor, commentId, 'waiting')
	await expect(report()).rejects.toMatchObject({ code: 'not-found' })
	await moderateComment(editor, commentId, 'approved')
	await withdrawStory(editor, articleId, 'It was wrong.')
	await expect(report()).rejects.toMatchObject({ code: 'not-found' })
})

test('a receipt opens with its own token only', async () => {
	const { id, token } = await report({ reason: 'illegal', explanation: 'Libel.\r\nAct 1', goodFaith: true })
	const other = await report()
	expect(await findReceipt(id, token)).toMatchObject({
		reason: 'illegal',
		explanation: 'Libel.\nAct 1',
		comment: { id: commentId, slug },
		decision: null,
	})
	expect(await findReceipt(id, '')).toBeNull()
	expect(await findReceipt(id, other.token)).toBeNull()
	expect(await findReceipt(other.id, token)).toBeNull()
})

describe('reports that hold', () => {
	test('the third of different networks puts a comment back to waiting', async () => {
		const before = await approved()
		await report()
		await report({ isFirst: false })
		await report({ honeypot: 'spam.example' })
		await report()
		expect(await stateOf()).toBe('approved')
		await report()
		expect([await stateOf(), await approved()]).toEqual(['waiting', (before ?? 0) - 1])
		const events = await readDb()
			.select()
			.from(auditEvents)
			.where(eq(auditEvents.subject, `comment:${commentId}`))
		expect(events.at(-1)).toMatchObject({
			action: 'hold reported comment',
			personId: null,
			detail: { reports: 3 },
		})
	})

	test('a comment that a person kept stays', async () => {
		for (const _ of 'abc') await report()
		await decideReported(editor, commentId, KEPT)
		for (const _ of 'abcde') await report()
		expect(await stateOf()).toBe('approved')
	})

	test('none do if the setting is 0', async () => {
		const owner = await createStaff('owner')
		await changeSettings(owner, { reportsToHold: 0 })
		for (const _ of 'abcd') await report()
		expect(await stateOf()).toBe('approved')
		await changeSettings(owner, { reportsToHold: 3 })
	})
})

test('texts and addresses of reports are deleted after their time', async () => {
	const { id, token } = await report({ explanation: 'Rude', name: 'Owen', email: 'owen@example.org' })
	const open = await report({ explanation: 'Still open' })
	const row = async (reportId = id) =>
		(await readDb().select().from(commentReports).where(eq(commentReports.id, reportId)))[0]
	const emptyAfter = (days: number) =>
		write((tx) => emptyOldReports(tx, new Date(Date.now() + days * DAY_MS)))
	await decideReported(editor, commentId, KEPT)
	await write((tx) =>
		tx.update(commentReports).set({ decisionId: null }).where(eq(commentReports.id, open.id)),
	)
	await emptyAfter(REPORT_KEPT_DAYS - 1)
	expect((await row())?.email).toBe('owen@example.org')
	await emptyAfter(REPORT_KEPT_DAYS + 1)
	expect(await row()).toMatchObject({
		name: '',
		email: '',
		explanation: '',
		tokenHash: null,
		reason: 'abuse',
	})
	expect((await row(open.id))?.explanation).toBe('Still open')
	expect(await findReceipt(id, token)).toBeNull()
	await write((tx) => tx.delete(comments).where(eq(comments.id, commentId)))
	await emptyAfter(REPORT_KEPT_DAYS + 1)
	expect(await row(open.id)).toMatchObject({ commentId: null, explanation: '' })
	const decisions = await readDb()
		.select()
		.from(commentDecisions)
		.where(eq(commentDecisions.facts, KEPT.facts))
	expect(decisions.every((each) => each.commentId !== commentId)).toBe(true)
})
