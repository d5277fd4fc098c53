import type { Page } from '@playwright/test'
import { open, sendComment, write } from './support/islands-helpers'
import { expect, test } from './support/test'

/** Holds posted comments back until the returned function is called. */
async function holdComments(page: Page): Promise<() => void> {
	let release = () => {}
	const released = new Promise<void>((resolve) => {
		release = resolve
	})
	await page.route('**/comments', async (route) => {
		await released
		await route.continue()
	})
	return () => release()
}

test('text and caret survive a comment’s submission @scripts', async ({ page, story }) => {
	await open(page, story.slug)
	const release = await holdComments(page)
	await write(page, 'The first thought.')
	await sendComment(page)
	const body = page.getByLabel('Your comment')
	await body.focus()
	await page.keyboard.press('Control+End')
	await page.keyboard.type('The secnd')
	for (const _ of 'nd') await page.keyboard.press('ArrowLeft')
	release()
	const posted = page.locator('#comments article', { hasText: 'The first thought.' })
	await expect(posted).toContainText('Waiting for approval')
	await expect(body).toBeFocused()
	await page.keyboard.type('o')
	await expect(body).toHaveValue('The second')
	await expect(page).toHaveURL(/#comment-\d+$/)
	await page.reload()
	await expect(body).toHaveValue('The second')
})

test('a posted comment keeps focus elsewhere @scripts', async ({ page, story }) => {
	await open(page, story.slug)
	const release = await holdComments(page)
	await write(page, 'The first thought.')
	await sendComment(page)
	const star = page.getByRole('radio', { name: /^4/ })
	await star.focus()
	release()
	await expect(page.locator('#comments')).toContainText('Waiting for approval')
	await expect(star).toBeFocused()
})

test('updated comments keep focus and caret @scripts', async ({ page, story }) => {
	await open(page, story.slug)
	const body = page.getByLabel('Your comment')
	const button = page.locator('#comment-form').getByRole('button', { name: 'Post' })
	await body.fill('A thught')
	for (const [count, control] of [body, button].entries()) {
		await control.focus()
		if (control === body) {
			await page.keyboard.press('Home')
			for (const _ of 'A th') await page.keyboard.press('ArrowRight')
		}
		await page.context().request.post(`/news/${story.slug}/comments`, {
			form: { body: `From another tab ${count}.`, name: 'Ada Guest', email: 'ada.guest@example.org' },
			headers: { Accept: 'application/json' },
		})
		await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
		await expect(page.locator('#comments')).toContainText(`From another tab ${count}.`)
		await expect(control).toBeFocused()
		if (control === body) await page.keyboard.type('o')
	}
	await expect(body).toHaveValue('A thought')
})
