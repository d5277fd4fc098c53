import type { Page } from '@playwright/test'
import { postComment } from '@/domain/comments/post'
import { reader } from './support/stories'
import { expect, externalWriteNoticed, signIn, test } from './support/test'

const items = (page: Page) => page.getByRole('main').locator('[data-comment]')
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Held comments with a mark of their own, so that a search lists them alone. */
async function hold(articleId: number, number: number): Promise<{ mark: string }> {
	const mark = crypto.randomUUID().slice(0, 8)
	for (let index = 1; index <= number; index += 1) {
		const words = { name: `Guest ${index}`, email: 'guest@example.org', parentId: null }
		await postComment(reader(), articleId, { ...words, body: `${mark} number ${index}` })
	}
	await externalWriteNoticed()
	return { mark }
}

test('twenty comments are decided at once, found and undone', async ({ page, story }) => {
	const { mark } = await hold(story.articleId, 20)
	await signIn(page, 'moderator', `/desk/comments?query=${mark}`)
	await expect(items(page)).toHaveCount(20)
	await expect(items(page).first()).toContainText(
		'0 of the reader’s comments were approved when it was sent; 1 is needed',
	)
	for (const box of await page.getByLabel(/^Select the comment/).all()) await box.check()
	await press(page, 'Spam selected')
	await expect(items(page)).toHaveCount(0)
	await expect(page.getByRole('status').first()).toContainText('Rejected as spam.')
	await press(page, 'Undo')
	await expect(items(page)).toHaveCount(20)

	await items(page).first().getByRole('button', { name: /^Spam/ }).click()
	await expect(items(page)).toHaveCount(19)
	await page.getByRole('link', { name: 'Spam', exact: true }).click()
	await expect(items(page)).toHaveCount(1)
	await page.getByRole('link', { name: 'All', exact: true }).click()
	await page.getByLabel('Held by').selectOption('First comments')
	await press(page, 'Filter')
	await expect(items(page)).toHaveCount(20)
})

test('a moderator restricts a person, who reads the reason', async ({ page, browser, story }) => {
	await page.goto(`/news/${story.slug}`)
	const post = async (body: string) => {
		const form = page.locator('#comment-form')
		await form.getByLabel('Your comment').fill(body)
		await form.getByLabel('Name').fill('Ada Guest')
		await form.getByLabel('E-mail').fill('ada.guest@example.org')
		await form.getByRole('button', { name: 'Post' }).click()
	}
	const mark = crypto.randomUUID().slice(0, 8)
	await post(`The first ${mark}`)
	await expect(page.locator('#comments')).toContainText('so far 0 of yours')

	const desk = await browser.newPage()
	await signIn(desk, 'moderator', `/desk/comments?query=${mark}`)
	await desk.getByRole('button', { name: /^Claim/ }).click()
	await expect(items(desk)).toContainText('You are looking at this')
	await desk.getByRole('link', { name: 'All by this person' }).click()
	await expect(desk.getByRole('main')).toContainText('None: a guest')
	await desk.getByText('Restrict this person').click()
	await desk.getByLabel('Further comments').selectOption('Are refused')
	await desk.getByRole('textbox', { name: 'Reason' }).fill('Threats against a neighbour.')
	await press(desk, 'Restrict')
	await expect(desk.getByRole('main')).toContainText('Banned: comments are refused')
	await desk.getByLabel('Note on this person').fill('Wrote from the harbour.')
	await press(desk, 'Add note')
	await expect(desk.getByRole('main')).toContainText('Wrote from the harbour.')

	await post(`The second ${mark}`)
	await expect(page.getByRole('alert').first()).toContainText('Threats against a neighbour.')
	await expect(page.getByLabel('Your comment')).toHaveValue(`The second ${mark}`)
	await desk.getByRole('button', { name: /^Lift/ }).click()
	await expect(desk.getByRole('main')).toContainText('Lifted.')
	await press(page, 'Post')
	await expect(page.locator('#comments')).toContainText(`The second ${mark}`)
	await desk.close()
})

/** Time in ms from a key until the comment in place of the decided one has the focus. */
const timeOfKey = (page: Page, key: string): Promise<number> =>
	page.evaluate(async (pressed) => {
		const before = document.activeElement?.closest('[data-comment]')
		const start = performance.now()
		const target = document.activeElement ?? document.body
		target.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }))
		for (;;) {
			const now = document.activeElement?.closest('[data-comment]')
			if (now && now !== before && !before?.isConnected) break
			if (performance.now() - start > 5_000) break
			await new Promise(requestAnimationFrame)
		}
		await new Promise(requestAnimationFrame)
		return performance.now() - start
	}, key)

test('single keys decide, undo, and can be switched off @scripts', async ({ page, story }) => {
	const { mark } = await hold(story.articleId, 5)
	await signIn(page, 'moderator', `/desk/comments?query=${mark}`)
	await expect(items(page)).toHaveCount(5)
	await expect(page.getByText('Keys', { exact: true })).toBeVisible()
	await page.keyboard.press('j')
	await expect(page.getByRole('button', { name: 'Approve the comment by Guest 1' })).toBeFocused()
	const times: number[] = []
	for (const key of ['a', 'r', 's']) times.push(await timeOfKey(page, key))
	test.info().annotations.push({ type: 'ms until the next comment', description: times.join(', ') })
	await expect(items(page)).toHaveCount(2)
	await expect(page.getByRole('button', { name: 'Approve the comment by Guest 4' })).toBeFocused()
	await page.keyboard.press('u')
	await expect(items(page)).toHaveCount(3)
	await page.keyboard.press('u')
	await expect(items(page)).toHaveCount(4)
	await expect(page.getByRole('status').first()).toContainText('waits for a decision again')

	await page.getByText('Keys', { exact: true }).click()
	await page.getByLabel('Decide by single keys').uncheck()
	await page.keyboard.press('r')
	await page.reload()
	await expect(items(page)).toHaveCount(4)
	await page.keyboard.press('r')
	await page.getByRole('link', { name: 'Approved', exact: true }).click()
	await expect(items(page)).toHaveCount(1)
})
