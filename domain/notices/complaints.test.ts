import { beforeEach, expect, test } from 'vitest'
import { write } from '@/db'
import { commentDecisions } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { startMailbox } from '@/e2e/support/mailbox'
import { liveStory, reader } from '@/e2e/support/stories'
import { COMPLAINT_DAYS } from '@/lib/complaint-days'
import { eventually } from '@/lib/testing'
import { moderateComment } from '../comments/moderate'
import { postComment } from '../comments/post'
import { addPerson } from '../people'
import type { StaffViewer } from '../permissions'
import {
	COMPLAINT_LENGTH_MAX,
	complaintState,
	decideComplaint,
	fileComplaint,
	listComplaints,
} from './complaints'
import { decideReported, findReported } from './desk-reports'
import { findOwnDecision } from './own-decision'
import { findReceipt, sendReport } from './reports'

withDatabase()

const DAY_MS = 86_400_000
const author = reader('author')
const REMOVED = { outcome: 'removed', rule: 'spam', law: '', facts: '' }
const KEPT = { outcome: 'kept', rule: '', law: '', facts: '' }
const UPHELD = { outcome: 'upheld', answer: 'You are right.' }

let editor: StaffViewer
let colleague: StaffViewer
let commentId: number

beforeEach(async () => {
	const story = await liveStory()
	editor = story.editor
	const guest = { name: 'Ada', email: 'ada@example.org', body: 'I saw it.', parentId: null }
	commentId = (await postComment(author, story.articleId, guest)).id
	await moderateComment(editor, commentId, 'approved')
	const account = { name: 'Mo', email: `${crypto.randomUUID()}@example.org`, role: 'moderator' as const }
	const { id } = await addPerson({ ...account, password: 'a good long password' })
	colleague = { person: { id, ...account }, readerId: null }
})

const report = () =>
	sendReport({
		commentId,
		reason: 'spam',
		explanation: '',
		goodFaith: false,
		name: '',
		email: 'o@example.org',
	})
const complain = (text = 'It was no spam.') => fileComplaint(author, { commentId }, text)
const stateOf = async () => (await findReported(editor, commentId)).comment.state
const lastId = async () => (await listComplaints(editor)).complaints.at(-1)?.id ?? 0

test.each([' \u200b', 'a'.repeat(COMPLAINT_LENGTH_MAX + 1)])(
	'a complaint without right words is refused',
	async (text) => {
		await decideReported(editor, commentId, REMOVED)
		await expect(complain(text)).rejects.toMatchObject({ code: 'invalid', field: 'text' })
	},
)

test('each side complains once, against a decision that is not its wish', async () => {
	const { id: reportId, token } = await report()
	const byReporter = { reportId, token }
	await expect(complain()).rejects.toMatchObject({ code: 'not-found' })
	await expect(fileComplaint(author, byReporter, 'Why?')).rejects.toMatchObject({ code: 'not-found' })
	await decideReported(editor, commentId, REMOVED)
	await expect(fileComplaint(author, byReporter, 'Why?')).rejects.toMatchObject({ code: 'not-found' })
	await expect(fileComplaint(reader(), { commentId }, 'Why?')).rejects.toMatchObject({ code: 'not-found' })
	await complain()
	await expect(complain()).rejects.toMatchObject({ code: 'conflict' })
})

test('a complaint is possible for six months', async () => {
	await decideReported(editor, commentId, REMOVED)
	const decidedAt = new Date(Date.now() - (COMPLAINT_DAYS + 1) * DAY_MS)
	await write((tx) => tx.update(commentDecisions).set({ decidedAt }))
	await expect(complain()).rejects.toMatchObject({ code: 'gone' })
	const decision = (await findOwnDecision(author, commentId))?.decision ?? null
	expect((await complaintState(decision, { decisionId: decision?.id ?? 0 })).mayFile).toBe(false)
})

test('an upheld complaint of the author shows the comment again', async () => {
	await decideReported(editor, commentId, REMOVED)
	await complain()
	const id = await lastId()
	await expect(decideComplaint(editor, id, UPHELD)).rejects.toMatchObject({ code: 'forbidden' })
	await expect(decideComplaint(colleague, id, { ...UPHELD, answer: '' })).rejects.toMatchObject({
		field: 'answer',
	})
	await expect(decideComplaint(colleague, id, { ...UPHELD, outcome: '' })).rejects.toMatchObject({
		field: 'outcome',
	})
	await decideComplaint(colleague, id, UPHELD)
	await expect(decideComplaint(colleague, id, UPHELD)).rejects.toMatchObject({ code: 'conflict' })
	expect(await stateOf()).toBe('approved')
	const own = await findOwnDecision(author, commentId)
	const { complaint } = await complaintState(own?.decision ?? null, { decisionId: own?.decision.id ?? 0 })
	expect(complaint).toMatchObject({ outcome: 'upheld', answer: UPHELD.answer })
})

test('an upheld complaint of a reporter asks for a new decision', async () => {
	const received = await startMailbox()
	const { id: reportId, token } = await report()
	await decideReported(editor, commentId, KEPT)
	await fileComplaint(author, { reportId, token }, 'It is spam.')
	await decideComplaint(colleague, await lastId(), UPHELD)
	expect(await stateOf()).toBe('waiting')
	expect((await findReceipt(reportId, token))?.decision).toBeNull()
	expect((await complaintState(null, { reportId })).complaint?.outcome).toBe('upheld')
	await eventually(() =>
		expect(received.filter(({ text }) => text.includes(UPHELD.answer)).map(({ to }) => to)).toEqual([
			['o@example.org'],
		]),
	)
	// A person made it wait again, no rule.
	await decideReported(editor, commentId, REMOVED)
	expect((await findReceipt(reportId, token))?.decision).toMatchObject({
		outcome: 'removed',
		heldBefore: false,
	})
})

test('a rejected complaint leaves the decision in force', async () => {
	await decideReported(editor, commentId, REMOVED)
	await complain()
	await decideComplaint(colleague, await lastId(), { outcome: 'rejected', answer: 'It is an advertisement.' })
	expect(await stateOf()).toBe('rejected')
})
