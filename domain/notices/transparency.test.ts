import { beforeAll, expect, test } from 'vitest'
import { write } from '@/db'
import { commentReports } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import { newRequestContext, runInContext } from '@/lib/request-context'
import { moderateComment } from '../comments/moderate'
import { postComment } from '../comments/post'
import type { StaffViewer } from '../permissions'
import { decideComplaint, fileComplaint, listComplaints } from './complaints'
import { decideReported } from './desk-reports'
import { EXPORT_COLUMNS, exportNotices } from './export'
import { sendReport } from './reports'
import { countNotices, findNoticeMonth, listNoticeMonths, monthOf } from './transparency'

withDatabase()

const author = reader('author')
const now = new Date()
let editor: StaffViewer
let ids: number[]

const report = (commentId: number, reason = 'spam') =>
	sendReport({
		commentId,
		reason,
		explanation: 'Private words',
		goodFaith: true,
		name: 'Owen',
		email: 'owen@example.org',
	})
const counts = () => countNotices(monthOf(now))

beforeAll(async () => {
	editor = await createStaff('editor')
	const { articleId } = await liveStory()
	ids = []
	for (const body of ['One.', 'Two.', 'Three.']) {
		const guest = { name: 'Ada', email: 'ada@example.org', body, parentId: null }
		const { id } = await postComment(author, articleId, guest)
		await moderateComment(editor, id, 'approved')
		ids.push(id)
	}
})

test('a month without notices counts zero', async () => {
	expect((await listNoticeMonths(now)).map(({ name }) => name)).toEqual([monthOf(now).name])
	expect(await counts()).toMatchObject({ kept: 0, medianMs: null, complaints: { filed: 0 } })
})

test('counts are those of the rows of the month', async () => {
	const [kept = 0, removed = 0, held = 0] = ids
	for (const reason of ['illegal', 'spam']) await report(kept, reason)
	await report(removed)
	for (const _ of 'abc') await report(held, 'abuse')
	await decideReported(editor, kept, { outcome: 'kept', rule: '', law: '', facts: '' })
	await decideReported(editor, removed, { outcome: 'removed', rule: 'law', law: 'Act 1', facts: 'Its words' })
	await decideReported(editor, held, { outcome: 'removed', rule: 'abuse', law: '', facts: '' })
	await fileComplaint(author, { commentId: removed }, 'My words')
	const complaint = (await listComplaints(editor)).complaints[0]?.id ?? 0
	await decideComplaint(editor, complaint, { outcome: 'rejected', answer: 'No.' })
	expect(await counts()).toMatchObject({
		reports: { illegal: 1, abuse: 3, spam: 2, other: 0 },
		kept: 1,
		removed: { law: 1, abuse: 1, spam: 0 },
		onReport: 3,
		heldBefore: 1,
		heldByReports: 1,
		complaints: { filed: 1, upheld: 0, rejected: 1 },
	})
	expect((await counts()).medianMs).toBeGreaterThanOrEqual(0)
})

test('a page of the month depends on the notices', async () => {
	const context = newRequestContext('203.0.113.7')
	await runInContext(
		context,
		async () => void (await countNotices((await listNoticeMonths(now))[0] ?? monthOf(now))),
	)
	expect([...context.dependencies]).toEqual(['notices'])
	expect(context.validUntil).toBe(monthOf(now).to.getTime())
})

test('an export has no names, addresses or words', async () => {
	const rows = []
	for await (const chunk of exportNotices(editor)) rows.push(...chunk)
	expect(rows).toHaveLength(6 + 3 + 1)
	expect(Object.keys(rows[0] ?? {})).toEqual([...EXPORT_COLUMNS])
	expect(JSON.stringify(rows)).not.toMatch(/Owen|Ada|@|words|A editor/)
	const contributor = await createStaff('contributor')
	await expect(exportNotices(contributor).next()).rejects.toMatchObject({ code: 'forbidden' })
})

test('months reach from the first report to the present', async () => {
	const before = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 2, 5))
	await write((tx) => tx.update(commentReports).set({ createdAt: before }))
	const months = await listNoticeMonths(now)
	expect(months.map(({ name }) => name)).toEqual([
		monthOf(now).name,
		monthOf(new Date(monthOf(now).from.getTime() - 1)).name,
		monthOf(before).name,
	])
	expect((await findNoticeMonth(monthOf(before).name))?.from).toEqual(monthOf(before).from)
	for (const text of ['1999-01', '2026-13', 'x', monthOf(new Date(monthOf(now).to)).name])
		expect(await findNoticeMonth(text)).toBeNull()
})
