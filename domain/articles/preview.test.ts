import { expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, storyFields } from '@/e2e/support/stories'
import { parseMarkdown } from '../body/markdown'
import { findArticle } from './find-article'
import { previewFields } from './preview'
import { saveStory } from './save'

withDatabase()

test('a preview of fields equals the page once they are published', async () => {
	const { editor, articleId, revisionId, slug } = await liveStory()
	const fields = await storyFields(editor, {
		headline: 'Not saved',
		kicker: 'Harbour',
		tags: ['Tides'],
		sources: [{ name: 'Tables', url: 'https://example.org/' }],
		body: parseMarkdown('One **word**.\n\n## Two'),
	})
	const previewed = await previewFields(editor, articleId, fields)
	expect(await findArticle(slug)).toMatchObject({ article: { headline: 'The bridge opens again' } })
	const decision = {
		kind: 'publish' as const,
		minor: true,
		expected: `live ${previewed.publishedAt.toISOString()}`,
	}
	expect(await saveStory(editor, articleId, revisionId, fields, { decision })).toMatchObject({
		refused: null,
	})
	const published = await findArticle(slug)
	expect(published.kind === 'live' && { ...published.article, revisionId: 0 }).toEqual({
		...previewed,
		revisionId: 0,
	})
})

test('a preview is for those who may edit the story', async () => {
	const { articleId, editor } = await liveStory()
	const fields = await storyFields(editor)
	const contributor = await createStaff('contributor')
	await expect(previewFields(contributor, articleId, fields)).rejects.toMatchObject({ code: 'not-found' })
})
