import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { write } from '@/db'
import { withDatabase } from '@/db/testing'
import { type ReceivedMail, startMailbox } from '@/e2e/support/mailbox'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import { eventually } from '@/lib/testing'
import { confirmComment, makeCommentLink } from '../comments/confirmation'
import { moderateComment } from '../comments/moderate'
import { postComment } from '../comments/post'
import { ANONYMOUS, type StaffViewer } from '../permissions'
import { decideComplaint, fileComplaint, listComplaints } from './complaints'
import { MAIL_PAUSE_MS } from './decisions'
import { decideReported } from './desk-reports'
import { mailDueDecisions } from './mails'
import { findOwnDecision } from './own-decision'
import { findReceipt, sendReport } from './reports'
import { emptyOldReports, REPORT_KEPT_DAYS } from './retention'

withDatabase()

let editor: StaffViewer
let articleId: number
let received: ReceivedMail[]

beforeEach(async () => {
	;({ editor, articleId } = await liveStory())
	received = await startMailbox()
})
afterEach(() => vi.unstubAllEnvs())

async function approved(): Promise<number> {
	const words = { body: `Said ${crypto.randomUUID()}.`, parentId: null }
	const { id } = await postComment(reader(), articleId, { ...words, name: 'Ada', email: 'ada@example.org' })
	await moderateComment(editor, id, 'approved')
	return id
}

const later = (ms = MAIL_PAUSE_MS) => mailDueDecisions(new Date(Date.now() + ms))

test('a removal by the single button is mailed once, with a link to complain', async () => {
	const commentId = await approved()
	await moderateComment(editor, commentId, 'rejected')
	await later(0)
	expect(received).toEqual([])
	for (let times = 0; times < 2; times += 1) await later()
	expect(received.map(({ to }) => to)).toEqual([['ada@example.org']])
	const [, id, token] = /\/decisions\/(\d+)\?token=(\S+)/.exec(received[0]?.text ?? '') ?? []
	expect(Number(id)).toBe(commentId)
	expect((await findOwnDecision(reader(), commentId, token))?.comment.id).toBe(commentId)
	for (const other of ['', 'x', token?.replace(/^./, '_')])
		expect(await findOwnDecision(reader(), commentId, other)).toBeNull()
	const second = await approved()
	await moderateComment(editor, second, 'rejected')
	expect(await findOwnDecision(reader(), second, token)).toBeNull()
	await fileComplaint(reader(), { commentId, token: token ?? '' }, 'It was true.')
	expect((await listComplaints(editor)).complaints).toHaveLength(1)
})

test('an undone removal, spam and a comment that never appeared are not mailed', async () => {
	await later()
	received.length = 0
	const [undone, spam] = [await approved(), await approved()]
	await moderateComment(editor, undone, 'rejected')
	await moderateComment(editor, undone, 'approved')
	await moderateComment(editor, spam, 'spam')
	const words = { body: 'Never seen.', parentId: null, name: 'Bo', email: 'bo@example.org' }
	const { id } = await postComment(reader(), articleId, words)
	await moderateComment(editor, id, 'rejected')
	await later()
	expect(received).toEqual([])
})

test('reporters get the decision by the single button too', async () => {
	const commentId = await approved()
	const report = { commentId, reason: 'spam', explanation: '', goodFaith: false, name: 'Owen' }
	await sendReport({ ...report, email: 'owen@example.org' })
	await eventually(() => expect(received).toHaveLength(1))
	await moderateComment(editor, commentId, 'rejected')
	await later()
	expect(
		received
			.slice(1)
			.flatMap(({ to }) => to)
			.sort(),
	).toEqual(['ada@example.org', 'owen@example.org'])
})

test('mails about a decision and a complaint lead reporters to their receipt', async () => {
	const commentId = await approved()
	const report = { commentId, reason: 'abuse', explanation: '', goodFaith: false, name: '' }
	const { id } = await sendReport({ ...report, email: 'owen@example.org', mailsReceipt: false })
	const other = await sendReport({ ...report, email: '' })
	const linked = () => {
		const [, number, token = ''] = /\/reports\/(\d+)\?token=(\S+)/.exec(received.at(-1)?.text ?? '') ?? []
		return { number: Number(number), token }
	}
	await decideReported(editor, commentId, { outcome: 'kept', rule: '', law: '', facts: 'So.' })
	await eventually(() => expect(received).toHaveLength(1))
	const { number, token } = linked()
	expect(number).toBe(id)
	expect((await findReceipt(id, token))?.decision?.facts).toBe('So.')
	for (const wrong of ['x', `${token}x`]) expect(await findReceipt(id, wrong)).toBeNull()
	expect(await findReceipt(other.id, token)).toBeNull()
	await fileComplaint(ANONYMOUS, { reportId: id, token }, 'No.')
	const complaint = (await listComplaints(editor)).complaints.at(-1)
	const answer = { outcome: 'rejected', answer: 'It stays.' }
	await decideComplaint(await createStaff('editor'), complaint?.id ?? 0, answer)
	await eventually(() => expect(received).toHaveLength(2))
	expect(linked()).toEqual({ number, token })
	await write((tx) => emptyOldReports(tx, new Date(Date.now() + (REPORT_KEPT_DAYS + 1) * 86_400_000)))
	expect(await findReceipt(id, token)).toBeNull()
})

test('one mail links the receipts of all reports from an address', async () => {
	const commentId = await approved()
	const report = { commentId, explanation: '', goodFaith: false, name: '', mailsReceipt: false }
	const ids: number[] = []
	for (const reason of ['abuse', 'spam'])
		ids.push((await sendReport({ ...report, reason, email: 'owen@example.org' })).id)
	await decideReported(editor, commentId, { outcome: 'kept', rule: '', law: '', facts: 'So.' })
	await eventually(() => expect(received).toHaveLength(1))
	const links = [...(received[0]?.text ?? '').matchAll(/\/reports\/(\d+)\?token=(\S+)/g)]
	expect(links.map(([, id]) => Number(id))).toEqual(ids)
	for (const [, id, token = ''] of links) expect(await findReceipt(Number(id), token)).not.toBeNull()
})

test("the mail about an author's complaint links to the decision", async () => {
	const commentId = await approved()
	await moderateComment(editor, commentId, 'rejected')
	await later()
	const linked = () => /\/decisions\/\d+\?token=\S+/.exec(received.at(-1)?.text ?? '')?.[0]
	const link = linked()
	await fileComplaint(reader(), { commentId, token: link?.split('=')[1] ?? '' }, 'It was true.')
	const [complaint] = (await listComplaints(editor)).complaints.slice(-1)
	const answer = { outcome: 'upheld', answer: 'It was.' }
	await decideComplaint(await createStaff('editor'), complaint?.id ?? 0, answer)
	await eventually(() => expect(received).toHaveLength(2))
	expect([link, linked()]).toEqual([expect.any(String), link])
	expect((await findOwnDecision(reader(), commentId, link?.split('=')[1]))?.comment.id).toBe(commentId)
})

test('mails to unconfirmed addresses leave out the typed name', async () => {
	const confirmed = reader()
	const commentId = await approved()
	const words = { parentId: null, name: 'Win at evil.test', email: 'victim@example.org' }
	const typed = await postComment(reader(), articleId, { ...words, body: 'One.' })
	const known = await postComment(confirmed, articleId, {
		...words,
		body: 'Two.',
		name: 'Bo',
		email: 'bo@example.org',
	})
	for (const { id } of [typed, known]) await moderateComment(editor, id, 'approved')
	await confirmComment(known.id, new URL(await makeCommentLink(known.id)).searchParams.get('token') ?? '')
	const report = { reason: 'abuse', explanation: '', goodFaith: false, name: words.name, email: words.email }
	const { id, token } = await sendReport({ ...report, commentId })
	const decision = { rule: 'abuse', law: '', facts: 'So.' }
	await decideReported(editor, commentId, { ...decision, outcome: 'kept' })
	await fileComplaint(ANONYMOUS, { reportId: id, token }, 'No.')
	const [complaint] = (await listComplaints(editor)).complaints
	const colleague = await createStaff('editor')
	await decideComplaint(colleague, complaint?.id ?? 0, {
		...decision,
		outcome: 'rejected',
		answer: 'It stays.',
	})
	for (const { id: own } of [typed, known])
		await decideReported(editor, own, { ...decision, outcome: 'removed' })
	await eventually(() => expect(received).toHaveLength(5))
	expect(received.filter(({ source }) => source.includes('evil.test'))).toEqual([])
	expect(received.filter(({ text }) => text.startsWith('Hello Bo,')).map(({ to }) => to)).toEqual([
		['bo@example.org'],
	])
})
