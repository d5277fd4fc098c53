import { eq } from 'drizzle-orm'
import { afterEach, expect, test, vi } from 'vitest'
import { readDb, write } from '@/db'
import { articles, auditEvents, previewLinks } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, storyFields } from '@/e2e/support/stories'
import { saveStory, startStory } from './articles/save'
import { createPreviewLink, findPreview, listPreviewLinks, revokePreviewLink } from './preview-links'

withDatabase()
afterEach(() => void vi.useRealTimers())

const DAY_MS = 86_400_000

async function draftWithLink(days = 7) {
	const editor = await createStaff('editor', 'Edith Marsh')
	const story = await startStory(editor, await storyFields(editor, { headline: 'A draft' }))
	return { editor, ...story, token: await createPreviewLink(editor, story.articleId, days) }
}

test('a link shows the newest saved text', async () => {
	const { editor, articleId, revisionId, token } = await draftWithLink()
	expect(await findPreview(token)).toMatchObject({ kind: 'open', article: { headline: 'A draft' } })
	await saveStory(editor, articleId, revisionId, await storyFields(editor, { headline: 'Newer' }))
	expect(await findPreview(token)).toMatchObject({ article: { headline: 'Newer' } })
})

test('only the token’s hash is stored, and the log omits the token', async () => {
	const { articleId, token } = await draftWithLink()
	const stored = JSON.stringify([
		await readDb().select().from(previewLinks).where(eq(previewLinks.articleId, articleId)),
		await readDb().select().from(auditEvents),
	])
	expect(stored).toContain('make preview link')
	expect(stored).not.toContain(token)
})

test('a link ends after its days', async () => {
	const { editor, articleId, token } = await draftWithLink(1)
	vi.setSystemTime(Date.now() + DAY_MS - 1_000)
	expect(await findPreview(token)).toMatchObject({ kind: 'open' })
	vi.setSystemTime(Date.now() + 2_000)
	expect(await findPreview(token)).toEqual({ kind: 'expired' })
	expect(await listPreviewLinks(editor, articleId)).toMatchObject([
		{ state: 'expired', madeBy: 'Edith Marsh' },
	])
})

test('a revoked link shows nothing, and others stay open', async () => {
	const { editor, articleId, token } = await draftWithLink()
	const other = await createPreviewLink(editor, articleId, 30)
	const links = await listPreviewLinks(editor, articleId)
	const revoked = links.find(({ expiresAt }) => expiresAt.getTime() < Date.now() + 8 * DAY_MS)
	await revokePreviewLink(editor, articleId, revoked?.id ?? '')
	expect(await findPreview(token)).toEqual({ kind: 'revoked' })
	expect(await findPreview(other)).toMatchObject({ kind: 'open' })
	await expect(revokePreviewLink(editor, articleId, revoked?.id ?? '')).rejects.toMatchObject({
		code: 'not-found',
	})
})

test('a link of another story cannot be revoked here', async () => {
	const { editor, articleId } = await draftWithLink()
	const other = await draftWithLink()
	const [link] = await listPreviewLinks(other.editor, other.articleId)
	await expect(revokePreviewLink(editor, articleId, link?.id ?? '')).rejects.toMatchObject({
		code: 'not-found',
	})
	expect(await findPreview(other.token)).toMatchObject({ kind: 'open' })
})

test('a story in the trash is shown to nobody', async () => {
	const { articleId, token } = await draftWithLink()
	await write((tx) => tx.update(articles).set({ deletedAt: new Date() }).where(eq(articles.id, articleId)))
	expect(await findPreview(token)).toEqual({ kind: 'revoked' })
	expect(await findPreview('no-such-token')).toEqual({ kind: 'unknown' })
})

test('links are made for stories that one may edit', async () => {
	const contributor = await createStaff('contributor')
	const { articleId } = await liveStory()
	await expect(createPreviewLink(contributor, articleId, 7)).rejects.toMatchObject({ code: 'not-found' })
	await expect(listPreviewLinks(contributor, articleId)).rejects.toMatchObject({ code: 'not-found' })
	const own = await startStory(contributor, await storyFields(contributor))
	expect(await createPreviewLink(contributor, own.articleId, 7)).toMatch(/^[\w-]{32}$/)
	await expect(createPreviewLink(contributor, own.articleId, 365)).rejects.toMatchObject({ field: 'days' })
	await expect(createPreviewLink(await createStaff('moderator'), articleId, 7)).rejects.toMatchObject({
		code: 'forbidden',
	})
})
