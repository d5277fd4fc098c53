import { expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { moderateComment } from '@/domain/comments/moderate'
import { postComment } from '@/domain/comments/post'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import { READER_COOKIE } from '@/lib/cookies'
import { newRequestContext, runInContext } from '@/lib/request-context'
import { sign } from '@/lib/signing'
import { POST } from './route'

withDatabase()

const guest = { name: 'Ada', email: 'ada@example.org' }

/** Posts the comment form as a script does. @returns the state of the comment */
async function stateOfPosted(
	slug: string,
	readerId: string,
	fields: Record<string, string>,
): Promise<string> {
	const body = new URLSearchParams({ ...guest, ...fields }).toString()
	const request = new Request(`http://square.test/news/${slug}/comments`, {
		method: 'POST',
		headers: {
			accept: 'application/json',
			cookie: `${READER_COOKIE}=${sign('reader', readerId)}`,
			'content-length': `${body.length}`,
			'content-type': 'application/x-www-form-urlencoded',
		},
		body,
	})
	const response = await runInContext(newRequestContext('203.0.113.7'), () =>
		POST(request, { params: Promise.resolve({ slug }) }),
	)
	return (await response.json()).state
}

test('a filled honeypot holds a comment that would be approved', async () => {
	const { articleId, slug } = await liveStory()
	const { id } = await postComment(reader('known'), articleId, { ...guest, body: 'First.', parentId: null })
	await moderateComment(await createStaff('editor'), id, 'approved')
	expect(await stateOfPosted(slug, 'known', { body: 'Second.', website: '' })).toBe('approved')
	expect(await stateOfPosted(slug, 'known', { body: 'Third.', website: 'spam.example' })).toBe('waiting')
})
