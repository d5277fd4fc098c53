import { afterEach, expect, test, vi } from 'vitest'
import { withDatabase } from '@/db/testing'
import { withdrawStory } from '@/domain/articles/publish'
import { startStory } from '@/domain/articles/save'
import { liveStoryById } from '@/domain/feeds/stories'
import { changeSettings, siteSettings } from '@/domain/settings'
import { createStaff, liveStory, storyFields } from '@/e2e/support/stories'
import { newRequestContext, runInContext } from '@/lib/request-context'
import { shareFacts, sharePath } from './share-picture'
import { SHARE_ROUTES } from './share-routes'

withDatabase()
afterEach(() => void vi.useRealTimers())

const YEAR_MS = 365 * 86_400_000

async function articleOf(id: number) {
	const story = await liveStoryById(id)
	return story?.article ?? expect.unreachable()
}

const pathOf = async (id: number): Promise<string> => sharePath(await articleOf(id), await siteSettings())

/** The file, or the status of the error. */
async function get(path: string) {
	const [route] = SHARE_ROUTES
	const parts = route?.path.exec(path)?.slice(1) ?? []
	const result = await route?.render(parts)
	return result && 'kind' in result ? (result as { status: number }).status : result
}

test('a story has one picture, at an address of its content', async () => {
	const { editor, articleId } = await liveStory({ headline: 'The mill turns' })
	const draft = await startStory(editor, await storyFields(editor, { headline: 'A draft' }))
	const path = await pathOf(articleId)
	expect(await pathOf(articleId)).toBe(path)
	expect(await get(path)).toMatchObject({ type: 'image/jpeg', isImmutable: true })
	expect(await get(`/share/${articleId}-${'0'.repeat(20)}.jpg`)).toBe(404)
	expect(await get(path.replace(`/${articleId}-`, `/${draft.articleId}-`))).toBe(404)
	const owner = await createStaff('owner')
	await changeSettings(owner, { accent: '#aa0033' })
	expect(await pathOf(articleId)).not.toBe(path)
	expect(await get(path)).toBe(404)
	await changeSettings(owner, { accent: '' })
	await withdrawStory(editor, articleId, 'It was not so.')
	expect(await get(path)).toBe(404)
})

test('after a year the picture says when the story is from', async () => {
	const { articleId } = await liveStory({ headline: 'Old' })
	const article = await articleOf(articleId)
	const settings = await siteSettings()
	const context = newRequestContext('test')
	expect(runInContext(context, () => shareFacts(article, settings)).age).toBeNull()
	const oldAt = article.publishedAt.getTime() + YEAR_MS
	expect(context.validUntil).toBe(oldAt)
	vi.useFakeTimers({ now: oldAt, toFake: ['Date'] })
	expect(shareFacts(article, settings).age).toMatch(/^Published \w+ \d+, \d{4}$/)
})

test('the text has the direction of the headline', async () => {
	const { articleId } = await liveStory({ headline: 'فتح الجسر من جديد' })
	expect(shareFacts(await articleOf(articleId), await siteSettings()).direction).toBe('rtl')
})
