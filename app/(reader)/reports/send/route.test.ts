import { eq } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { readDb } from '@/db'
import { commentReports } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { moderateComment } from '@/domain/comments/moderate'
import { postComment } from '@/domain/comments/post'
import { decideReported } from '@/domain/notices/desk-reports'
import { startMailbox } from '@/e2e/support/mailbox'
import { liveStory, reader } from '@/e2e/support/stories'
import { newRequestContext, runInContext } from '@/lib/request-context'
import { eventually } from '@/lib/testing'
import { POST } from './route'

withDatabase()

async function report(comment: number, reason: string, network: string, email = ''): Promise<number> {
	const body = new URLSearchParams({ comment: String(comment), reason, email }).toString()
	const headers = {
		'content-length': String(body.length),
		'content-type': 'application/x-www-form-urlencoded',
	}
	const request = new Request('http://square.test/reports/send', { method: 'POST', headers, body })
	return (await runInContext(newRequestContext(network), () => POST(request))).status
}

async function approved() {
	const { editor, articleId } = await liveStory()
	const words = { body: 'Words.', name: 'Ada', email: 'ada@example.org', parentId: null }
	const { id } = await postComment(reader(), articleId, words)
	await moderateComment(editor, id, 'approved')
	return { editor, id }
}

test('of reports at one moment, one of a network counts', async () => {
	const { id } = await approved()
	// A refused form does not count as the first.
	expect(await report(id, 'unknown', '203.0.113.7')).toBe(422)
	const sent = ['203.0.113.7', '203.0.113.7', '203.0.113.7', '198.51.100.9']
	expect(await Promise.all(sent.map((network) => report(id, 'abuse', network)))).toEqual([303, 303, 303, 303])
	const rows = await readDb().select().from(commentReports).where(eq(commentReports.commentId, id))
	expect(rows.filter(({ counted }) => counted)).toHaveLength(2)
})

test('five receipts in half an hour and one decision reach an address', async () => {
	const received = await startMailbox()
	const { editor, id } = await approved()
	vi.stubEnv('SQUARE_LIMITS', '1')
	for (let sent = 0; sent < 7; sent += 1)
		expect(await report(id, 'abuse', '192.0.2.1', 'Owen@example.org')).toBe(303)
	await eventually(() => expect(received).toHaveLength(5))
	await decideReported(editor, id, { outcome: 'kept', rule: '', law: '', facts: 'So.' })
	await eventually(() => expect(received).toHaveLength(6))
	expect(new Set(received.flatMap(({ to }) => to))).toEqual(new Set(['owen@example.org']))
})
