import type { Page } from '@playwright/test'
import { postComment } from '@/domain/comments/post'
import { expect, externalWriteNoticed, publish, signIn, test, viewerOf } from './support/test'

async function comment(page: Page, body: string, name = 'Ada Guest'): Promise<void> {
	const form = page.locator('#comment-form')
	await form.getByLabel(/Your (comment|reply)/).fill(body)
	await form.getByLabel('Name').fill(name)
	await form.getByLabel('E-mail').fill('ada.guest@example.org')
	await form.getByRole('button', { name: 'Post' }).click()
}

test('a reader’s first comment is held until approved', async ({ page, browser, story }) => {
	await page.goto(`/news/${story.slug}`)
	await expect(
		page.getByRole('heading', { name: 'This is a Public Square. Please leave a comment' }),
	).toBeVisible()
	await comment(page, 'I was on the first boat. *Cold*, but worth it.')
	const mine = page.locator('article', { hasText: 'I was on the first boat' }).last()
	await expect(page).toHaveURL(/#comment-\d+$/)
	await expect(mine).toContainText('Waiting for approval')
	await expect(mine.locator('em')).toHaveText('Cold')

	const other = await browser.newPage({ javaScriptEnabled: false })
	await other.goto(`/news/${story.slug}`)
	await expect(other.locator('#comments')).not.toContainText('I was on the first boat')

	await signIn(other, 'moderator', '/desk/comments')
	const waiting = other.locator('li, article, tr').filter({ hasText: 'I was on the first boat' }).last()
	await expect(waiting).toContainText('Ada Guest')
	await waiting.getByRole('button', { name: /^Approve/ }).click()
	await other.goto(`/news/${story.slug}`)
	await expect(other.locator('#comments')).toContainText('I was on the first boat')
	await expect(other.locator('#comments')).not.toContainText('ada.guest@example.org')
	await other.getByRole('link', { name: 'Moderate the comment by Ada Guest' }).click()
	await expect(other.locator('main')).toContainText('ada.guest@example.org')
	await other.goto('/desk/comments?show=approved')
	await other.getByLabel('Words, name or headline').fill('FIRST BOAT')
	await other.getByRole('button', { name: 'Filter' }).click()
	await expect(other.locator('main')).toContainText('I was on the first boat')
	await other.getByLabel('Words, name or headline').fill('no such words')
	await other.getByRole('button', { name: 'Filter' }).click()
	await expect(other.locator('main')).toContainText('No approved comment was found')
	await other.close()

	await page.goto(`/news/${story.slug}`)
	await expect(page.getByRole('link', { name: /^Moderate/ })).toHaveCount(0)
	await mine.locator('time').click()
	await expect(page).toHaveURL(/#comment-\d+$/)
	await expect(mine).toHaveCSS('outline-style', 'solid')
	await expect(mine).toContainText('The linked comment')
	await comment(page, 'And the second boat was warmer.')
	await expect(page.locator('#comments')).toContainText('And the second boat was warmer.')
	await expect(page.locator('#comments')).not.toContainText('Waiting for approval')
	await page.getByRole('link', { name: 'Reply to Ada Guest' }).first().click()
	await expect(page.getByLabel('Your reply to Ada Guest')).toBeVisible()
	await comment(page, 'Answering myself.')
	await expect(page.locator('#comments ol ol')).toContainText('Answering myself.')
})

test('a preview shows the comment and keeps its text', async ({ page, story }) => {
	await page.goto(`/news/${story.slug}`)
	const form = page.locator('#comment-form')
	await form.getByLabel('Your comment').fill('It was *cold*.')
	await form.getByLabel('Name').fill('Ada Guest')
	await form.getByRole('button', { name: 'Preview' }).click()
	await expect(form.getByRole('region', { name: 'Preview, not posted yet' }).locator('em')).toHaveText('cold')
	await expect(form.getByLabel('Your comment')).toHaveValue('It was *cold*.')
	await expect(form.getByLabel('Name')).toHaveValue('Ada Guest')
	await expect(page.getByRole('alert')).toHaveCount(0)
	await form.getByLabel('E-mail').fill('ada.guest@example.org')
	await form.getByRole('button', { name: 'Post' }).click()
	await expect(page.locator('#comments')).toContainText('Waiting for approval')
})

test('a reader respects a comment and chooses the order', async ({ page, story }) => {
	const editor = await viewerOf('editor')
	const words = { parentId: null, name: '', email: '' }
	for (const body of ['The elder comment.', 'The younger comment.'])
		await postComment(editor, story.articleId, { ...words, body })
	await externalWriteNoticed()
	await page.goto(`/news/${story.slug}`)
	const comments = page.locator('#comments article')
	await expect(comments.first()).toContainText('The younger comment.')
	const respect = page
		.locator('article', { hasText: 'The elder comment.' })
		.last()
		.getByRole('button', { name: /^Respect/ })
	await respect.focus()
	await page.keyboard.press('Enter')
	await expect(respect).toHaveAttribute('aria-pressed', 'true')
	await expect(respect).toContainText('1')
	await page.getByRole('combobox', { name: 'Order' }).selectOption('most respected first')
	await page.getByRole('combobox', { name: 'Replies' }).selectOption('in one list')
	await page.getByRole('button', { name: 'Show', exact: true }).click()
	await expect(page).toHaveURL(/\?sort=respected&view=flat#comments$/)
	await expect(comments.first()).toContainText('The elder comment.')
	await page.goto(`/news/${story.slug}`)
	await expect(comments.first()).toContainText('The elder comment.')
	await expect(respect).toHaveAttribute('aria-pressed', 'true')
	await respect.press('Space')
	await expect(respect).toHaveAttribute('aria-pressed', 'false')
})

test('a reader edits and deletes an own comment', async ({ page, story }) => {
	await page.goto(`/news/${story.slug}`)
	await comment(page, 'I was ther.')
	await page.getByRole('link', { name: /^Edit/ }).click()
	await expect(page.getByText('minutes left')).toBeVisible()
	await page.getByLabel('Your comment').fill('x'.repeat(5_001))
	await page.getByRole('button', { name: 'Save the change' }).click()
	await expect(page.getByRole('alert')).toContainText('please shorten it to 5,000')
	await page.getByLabel('Your comment').fill('I was there.')
	await page.getByRole('button', { name: 'Save the change' }).click()
	const mine = page.locator('article', { hasText: 'I was there.' }).last()
	await expect(mine).toContainText('Edited')
	await mine.getByRole('link', { name: 'Delete' }).click()
	await page.getByRole('button', { name: 'Delete' }).click()
	await expect(page.locator('#comments')).toContainText('No comments yet')
	await expect(page.locator('#comments')).not.toContainText('I was there.')
})

test('a rejected comment is not shown', async ({ page, browser, story }) => {
	await page.goto(`/news/${story.slug}`)
	await comment(page, 'Buy my boats.')
	const desk = await browser.newPage()
	await signIn(desk, 'moderator', '/desk/comments')
	const waiting = desk
		.locator('li, article, tr')
		.filter({ hasText: story.slug })
		.or(desk.locator('li, article, tr').filter({ hasText: 'Buy my boats.' }))
		.last()
	await waiting.getByRole('button', { name: /^Reject/ }).click()
	await expect(desk.locator('main')).not.toContainText('Buy my boats.')
	await desk.goto(`/news/${story.slug}`)
	await expect(desk.locator('#comments')).not.toContainText('Buy my boats.')
	await desk.close()
})

test('a refused comment form keeps every field', async ({ page, story }) => {
	const long = `${'It was a long night. '.repeat(260)}`
	await page.goto(`/news/${story.slug}`)
	await comment(page, long, 'Ada the Long')
	await expect(page.getByRole('alert').first()).toContainText('please shorten it to 5,000')
	await expect(page.getByLabel('Your comment')).toHaveValue(long)
	await expect(page.getByLabel('Name')).toHaveValue('Ada the Long')
	await expect(page.getByLabel('E-mail')).toHaveValue('ada.guest@example.org')
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
	await page.getByLabel('Your comment').fill('It was a long night.')
	await page.locator('#comment-form').getByRole('button', { name: 'Post' }).click()
	await expect(page.locator('#comments')).toContainText('Waiting for approval')
})

test('comment markup and scripts are escaped', async ({ page, browser }) => {
	const story = await publish({})
	await page.goto(`/news/${story.slug}`)
	const nasty =
		'<img src=x onerror=alert(1)> <script>alert(2)</script> [x](javascript:alert(3)) https://example.org/a'
	await comment(page, nasty, '<b>Bold</b>')
	const text = page.locator('#comments')
	await expect(text).toContainText('<img src=x onerror=alert(1)>')
	await expect(text).toContainText('<b>Bold</b>')
	expect(await text.locator('img[src="x"], script, b, a[href^="javascript"]').count()).toBe(0)
	await expect(text.getByRole('link', { name: 'https://example.org/a' })).toHaveAttribute(
		'rel',
		'ugc nofollow noopener',
	)
	// Stacked combining characters must not overlap other comments.
	await expect(text.locator('article p', { hasText: '<img src=x' }).locator('..')).toHaveCSS(
		'overflow',
		'clip',
	)
	const desk = await browser.newPage()
	desk.on('dialog', () => expect('a dialog').toBe('never opened'))
	await signIn(desk, 'moderator', '/desk/comments')
	await expect(desk.locator('main')).toContainText('<img src=x onerror=alert(1)>')
	await desk.close()
})
