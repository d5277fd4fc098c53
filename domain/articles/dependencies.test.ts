import { expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { liveStory, reader } from '@/e2e/support/stories'
import { dependsOn, personTag } from '@/lib/invalidation'
import { newRequestContext, runInContext } from '@/lib/request-context'
import { postComment } from '../comments/post'
import { listThread } from '../comments/thread'
import { frontPage } from '../front-page'
import { findArticle } from './find-article'
import { findNeighbours, listByAuthor, listLatest, listSection, listTag } from './lists'
import { findStory } from './stories'

withDatabase()

async function tagsOf(reading: () => Promise<unknown>): Promise<Set<string>> {
	const page = newRequestContext('a page')
	await runInContext(page, reading)
	return page.dependencies
}

test('reads that render people or sections depend on their tags', async () => {
	const { editor, articleId, slug } = await liveStory({ tags: ['harbour'] })
	await liveStory()
	const { fields } = await findStory(editor, articleId)
	const reads: Record<string, () => Promise<unknown>> = {
		article: () => findArticle(slug),
		author: () => listByAuthor(fields.bylines[0] ?? ''),
		'front page': frontPage,
		latest: () => listLatest({ limit: 5 }),
		section: () => listSection('news'),
		tag: () => listTag('harbour'),
	}
	for (const [name, reading] of Object.entries(reads)) {
		const tags = await tagsOf(reading)
		expect(tags, name).toContain(personTag(editor.person.id))
		expect(tags, name).toContain('sections')
	}
	const beside = await tagsOf(() => findNeighbours(articleId))
	expect([...beside].some((tag) => tag.startsWith('person:'))).toBe(true)
})

test('a thread depends on the staff tag', async () => {
	const { editor, articleId } = await liveStory()
	await postComment(editor, articleId, { body: 'I wrote this.', parentId: null, name: '', email: '' })
	expect(await tagsOf(() => listThread(reader(), articleId))).toContain('staff')
})

test('an unknown tag does not compile', () => {
	// @ts-expect-error: misspelt
	dependsOn('section')
	// @ts-expect-error: misspelt
	dependsOn('aricle:1')
	// @ts-expect-error: no number
	dependsOn('article:one')
})
