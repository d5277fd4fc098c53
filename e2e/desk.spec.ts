import type { Locator, Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { readDb } from '@/db'
import { revisions } from '@/db/schema'
import { EMPTY_STORY } from '@/domain/articles/fields'
import { startStory } from '@/domain/articles/save'
import { parseMarkdown } from '@/domain/body/markdown'
import { postComment } from '@/domain/comments/post'
import { reader } from './support/stories'
import { expect, signIn, test, viewerOf } from './support/test'

const scripts = () => test.info().project.use.javaScriptEnabled !== false

/** The field of the body's Markdown; with scripts, a button in the editor opens it. */
async function bodyText(page: Page): Promise<Locator> {
	const asText = page.getByRole('button', { name: 'Edit as text' })
	const field = page.locator('textarea[name="bodyText"]')
	if (scripts()) {
		await expect(asText.or(page.getByRole('button', { name: 'Edit as it will look' }))).toBeVisible()
		if (await asText.isVisible()) await asText.click()
	}
	await expect(field).toBeVisible()
	return field
}

const writeBody = async (page: Page, text: string): Promise<void> => (await bodyText(page)).fill(text)

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

async function countRevisions(articleId: number): Promise<number> {
	return (await readDb().select().from(revisions).where(eq(revisions.articleId, articleId))).length
}

/** A draft that is complete but for its section. */
async function startDraft(): Promise<{ articleId: number; slug: string }> {
	return startStory(await viewerOf('editor'), {
		...EMPTY_STORY,
		headline: `A draft for one editor ${crypto.randomUUID().slice(0, 8)}`,
		bylines: ['mara-ellison'],
		body: parseMarkdown('The first words.'),
	})
}

test('publishing publishes the text just typed', async ({ page, browser, story }) => {
	await signIn(page, 'editor', `/desk/stories/${story.articleId}`)
	await writeBody(page, 'Written a moment before publishing.')
	await press(page, 'Publish update')
	await expect(page.locator('main')).toContainText('Published. Readers can see it now.')
	await expect(page.locator('main')).toContainText('Readers see the saved version.')
	expect(await countRevisions(story.articleId)).toBe(2)
	const anonymous = await browser.newPage()
	await anonymous.goto(`/news/${story.slug}`)
	await expect(anonymous.locator('main')).toContainText('Written a moment before publishing.')
	await anonymous.close()

	await press(page, 'Save')
	await expect(page.locator('main')).not.toContainText('Published. Readers can see it now.')
	expect(await countRevisions(story.articleId)).toBe(2)
})

test('a refused publish keeps every field', async ({ page }) => {
	const draft = await startDraft()
	await signIn(page, 'editor', `/desk/stories/${draft.articleId}`)
	await writeBody(page, 'Words written before publishing.')
	await page.getByLabel('Standfirst').fill('A standfirst, too.')
	await press(page, 'Publish now')
	await expect(page.getByRole('alert').first()).toContainText('Choose a section.')
	await expect(page.getByLabel('Standfirst')).toHaveValue('A standfirst, too.')
	await expect(await bodyText(page)).toHaveValue('Words written before publishing.')
	await expect(page.locator('main')).not.toContainText('There is no standfirst')

	await page.getByLabel('Section').selectOption('news')
	await press(page, 'Save')
	await expect(page.getByText('Before it can be published')).toHaveCount(0)
	await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0)
	expect(await countRevisions(draft.articleId)).toBe(3)
	await press(page, 'Publish now')
	await expect(page.getByRole('link', { name: 'See it on the site' })).toBeVisible()
	expect(await countRevisions(draft.articleId)).toBe(3)
})

test('an edit conflict stops a publish', async ({ page, browser, story }) => {
	const path = `/desk/stories/${story.articleId}`
	await signIn(page, 'editor', path)
	const other = await browser.newPage({ javaScriptEnabled: false })
	await signIn(other, 'second', path)
	await other.locator('textarea[name="bodyText"]').fill('Sven wrote this.')
	await press(other, 'Save')
	await expect(other.locator('main')).toContainText('Saved.')

	await writeBody(page, 'Edith wrote that.')
	await press(page, 'Publish update')
	const scripts = test.info().project.use.javaScriptEnabled !== false
	const conflict = page.getByRole('region', { name: 'Two versions of this story' })
	if (scripts) await expect(conflict).toContainText('Sven Aldous saved another')
	else await page.waitForURL(/\/merge\?/)
	await other.goto(`/news/${story.slug}`)
	await expect(other.locator('main')).not.toContainText('wrote')
	if (scripts) {
		await press(page, 'Publish update')
		await expect(conflict).toBeVisible()
		await conflict.getByRole('link', { name: 'Put both texts together' }).click()
	}
	await page.getByRole('group').getByLabel('Yours').check()
	await press(page, 'Save the merged text')
	await page.waitForURL(/done=merged/)
	await press(page, 'Publish update')
	await expect(page.locator('main')).toContainText('Published. Readers can see it now.')
	await other.reload()
	await expect(other.locator('main')).toContainText('Edith wrote that.')
	await other.close()
})

test('a refused withdrawal or schedule keeps every field', async ({ page, story }) => {
	await signIn(page, 'editor', `/desk/stories/${story.articleId}`)
	await writeBody(page, 'New words beside a withdrawal.')
	await page.getByText('Withdraw', { exact: true }).click()
	await press(page, 'Withdraw story')
	await expect(page.getByRole('alert').first()).toContainText('tell readers why')
	await expect(page.getByLabel('Public reason')).toBeVisible()
	await expect(await bodyText(page)).toHaveValue('New words beside a withdrawal.')
	await page.getByLabel('Public reason').fill('It named the wrong ship.')
	await press(page, 'Withdraw story')
	await expect(page.getByRole('link', { name: 'See what readers are told' })).toBeVisible()
	await expect(await bodyText(page)).toHaveValue('New words beside a withdrawal.')

	const draft = await startDraft()
	await page.goto(`/desk/stories/${draft.articleId}`)
	await writeBody(page, 'New words beside a time.')
	await page.getByText('Publish later').click()
	await page.getByLabel('Publish at').fill('2020-01-01T10:00')
	await press(page, 'Schedule')
	await expect(page.getByRole('alert').first()).toContainText('That time has passed')
	await expect(page.getByLabel('Publish at')).toHaveValue('2020-01-01T10:00')
	await expect(await bodyText(page)).toHaveValue('New words beside a time.')
})

test('the address field shows the stored slug', async ({ page }) => {
	const draft = await startDraft()
	await signIn(page, 'editor', `/desk/stories/${draft.articleId}`)
	const mark = crypto.randomUUID().slice(0, 8)
	await page.getByLabel('Address', { exact: true }).fill(`Brown Wäll! ${mark}`)
	await press(page, 'Save')
	await expect(page.getByLabel('Address', { exact: true })).toHaveValue(`brown-wall-${mark}`)
})

test('a comment’s moderation can be found and undone', async ({ page, story }) => {
	const guest = reader()
	const words = `Mind the *gap* ${crypto.randomUUID().slice(0, 8)}`
	const body = `${words}\n\nhttps://a.example http://b.example https://c.example`
	await postComment(guest, story.articleId, { name: 'Ada', email: 'ada@example.org', parentId: null, body })
	const comment = page.getByRole('main').locator('ol > li', { hasText: words.slice(-8) })

	await signIn(page, 'moderator', '/desk/comments')
	await expect(comment.locator('em')).toHaveText('gap')
	await comment.getByRole('button', { name: 'Reject the comment by Ada' }).click()
	await expect(page.getByRole('status').first()).toContainText('Rejected.')
	await expect(comment).toHaveCount(0)
	await press(page, 'Undo')
	await expect(page.getByRole('status').first()).toContainText('waits for a decision again')
	await expect(comment).toBeVisible()

	await comment.getByRole('button', { name: 'Reject the comment by Ada' }).click()
	await expect(page.getByRole('status').first()).toContainText('Rejected.')
	await expect(comment).toHaveCount(0)
	await page.getByRole('link', { name: 'Rejected' }).click()
	await comment.getByRole('button', { name: 'Approve the comment by Ada' }).click()
	await expect(page.getByRole('status').first()).toContainText('Approved.')
	await page.getByRole('link', { name: 'Approved' }).click()
	await expect(comment).toBeVisible()
	await page.goto(`/news/${story.slug}`)
	await expect(page.locator('#comments')).toContainText(words.slice(-8))
})
