import type { Page } from '@playwright/test'
import { expect, publish, signIn, test } from './support/test'

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
	await comment(page, 'And the second boat was warmer.')
	await expect(page.locator('#comments')).toContainText('And the second boat was warmer.')
	await expect(page.locator('#comments')).not.toContainText('Waiting for approval')
	await page.getByRole('link', { name: 'Reply to Ada Guest' }).first().click()
	await expect(page.getByLabel('Your reply to Ada Guest')).toBeVisible()
	await comment(page, 'Answering myself.')
	await expect(page.locator('#comments ol ol')).toContainText('Answering myself.')
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
