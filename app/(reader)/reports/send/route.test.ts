import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readDb } from '@/db'
import { commentReports } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { moderateComment } from '@/domain/comments/moderate'
import { postComment } from '@/domain/comments/post'
import { liveStory, reader } from '@/e2e/support/stories'
import { newRequestContext, runInContext } from '@/lib/request-context'
import { POST } from './route'

withDatabase()

async function report(comment: number, reason: string, network: string): Promise<number> {
	const body = new URLSearchParams({ comment: String(comment), reason }).toString()
	const headers = {
		'content-length': String(body.length),
		'content-type': 'application/x-www-form-urlencoded',
	}
	const request = new Request('http://square.test/reports/send', { method: 'POST', headers, body })
	return (await runInContext(newRequestContext(network), () => POST(request))).status
}

test('of reports at one moment, one of a network counts', async () => {
	const { editor, articleId } = await liveStory()
	const words = { body: 'Words.', name: 'Ada', email: 'ada@example.org', parentId: null }
	const { id } = await postComment(reader(), articleId, words)
	await moderateComment(editor, id, 'approved')
	// A refused form does not count as the first.
	expect(await report(id, 'unknown', '203.0.113.7')).toBe(422)
	const sent = ['203.0.113.7', '203.0.113.7', '203.0.113.7', '198.51.100.9']
	expect(await Promise.all(sent.map((network) => report(id, 'abuse', network)))).toEqual([303, 303, 303, 303])
	const rows = await readDb().select().from(commentReports).where(eq(commentReports.commentId, id))
	expect(rows.filter(({ counted }) => counted)).toHaveLength(2)
})
