import { expect, test } from 'vitest'
import { deleteComment } from '@/domain/comments/own'
import { postComment } from '@/domain/comments/post'
import { createStaff, liveStory } from '../support/stories'
import { withServer } from './in-process-server'

const server = withServer()

async function fetchPage(path: string) {
	const answer = await fetch(server.address + path, { redirect: 'manual' })
	return { status: answer.status, location: answer.headers.get('location'), html: await answer.text() }
}

test('a deleted comment leaves a line in its story, and no text in any file', async () => {
	const staff = await createStaff('editor')
	const { articleId, slug } = await liveStory({ headline: 'Ferry regrets' })
	const words = { body: 'CANARY deleted', parentId: null, name: '', email: '' }
	const { id } = await postComment(staff, articleId, words)
	expect((await fetchPage(`/news/${slug}`)).html).toContain('CANARY deleted')
	await deleteComment(staff, articleId, id)
	const { html } = await fetchPage(`/news/${slug}`)
	expect(html).toMatch(new RegExp(`id="comment-${id}"[^>]*><p[^>]*>Its author has deleted this comment`))
	expect(html).toContain('No comments yet')
	const address = `/news/${slug}?comment=${id}`
	const linked = await fetchPage(`/news/${slug}/comments/${id}`)
	expect(linked).toMatchObject({ status: 303, location: `${address}#comment-${id}` })
	const files = [`/news/${slug}/comments.json`, `/news/${slug}.ninjs.json`, `/news/${slug}/feed.json`]
	for (const path of [address, `/news/${slug}`, `/api/stories/${articleId}`, ...files]) {
		const shown = await fetchPage(path)
		expect(shown.status, path).toBe(200)
		expect(shown.html, path).not.toContain('CANARY')
	}
})
