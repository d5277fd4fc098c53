import { test as base } from '@playwright/test'
import { expect, signIn, test } from './support/test'

test('the checklist follows unsaved words @scripts', async ({ page, story }) => {
	await signIn(page, 'editor', `/desk/stories/${story.articleId}`)
	const panel = page.getByRole('region', { name: 'Publishing' })
	await expect(page.getByRole('textbox', { name: 'Text of the story' })).toBeVisible()
	await page.getByLabel('Headline').fill('The bridge TK')
	await expect(panel.getByRole('link', { name: /A mark to come back to/ })).toBeVisible()
	await page.getByLabel('Headline').fill('The bridge')
	await page.getByLabel('Section', { exact: true }).selectOption('')
	await expect(panel.getByRole('link', { name: 'Choose a section.' })).toBeVisible()
	await expect(panel.getByRole('link', { name: /A mark to come back to/ })).toHaveCount(0)
})

test('unsaved text has a preview, and a draft a preview link', async ({ page, browser, story }) => {
	await signIn(page, 'editor', `/desk/stories/${story.articleId}`)
	await page.getByLabel('Headline').fill('Not saved at all')
	const [preview] = await Promise.all([
		page.context().waitForEvent('page'),
		page.getByRole('button', { name: 'Preview' }).click(),
	])
	await expect(preview.getByText('The text as you were writing it, not saved yet.')).toBeVisible()
	const headline = preview.frameLocator('iframe').getByRole('heading', { level: 1 })
	await expect(headline).toHaveText('Not saved at all')
	await preview.getByRole('link', { name: 'In dark colours' }).click()
	await expect(headline).toHaveCSS('color', 'rgb(235, 232, 225)')
	if (base.info().project.use.javaScriptEnabled !== false) {
		await preview.getByRole('link', { name: 'Print', exact: true }).click()
		await expect(headline).toHaveCSS('color', 'rgb(0, 0, 0)')
		await expect(preview.frameLocator('iframe').locator('footer').last()).toBeHidden()
	}
	await preview.getByRole('link', { name: 'Share card' }).click()
	await expect(preview.getByRole('region', { name: 'Share card' })).toContainText('Not saved at all')

	await preview.getByRole('button', { name: 'Make a link' }).click()
	const link = await preview.getByLabel('Link of the preview').inputValue()
	const reader = await (await browser.newContext()).newPage()
	const shown = await reader.goto(link)
	expect(shown?.headers()).toMatchObject({
		'referrer-policy': 'no-referrer',
		'x-robots-tag': 'noindex, nofollow',
	})
	expect(shown?.headers()['cache-control']).toContain('no-store')
	await expect(reader.getByRole('heading', { level: 1 })).toContainText('A story for one reader')
	await expect(reader.getByText('This is a draft, not a publication.')).toBeVisible()
	await expect(reader.locator('form')).toHaveCount(0)

	await preview.goto(`/desk/stories/${story.articleId}/preview`)
	await preview.getByRole('button', { name: /^Revoke/ }).click()
	await expect(preview.getByText('Revoked. The link shows nothing any more.')).toBeVisible()
	expect((await reader.goto(link))?.status()).toBe(410)
	await reader.close()
})

test('on a phone the bar stays visible and never covers focus @scripts', async ({ page, story }) => {
	await page.setViewportSize({ width: 360, height: 740 })
	await signIn(page, 'editor', `/desk/stories/${story.articleId}`)
	await expect(page.getByRole('textbox', { name: 'Text of the story' })).toBeVisible()
	await page.getByLabel('Headline').fill('Longer, and changed')
	const next = page.getByRole('link', { name: 'Update …' })
	await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
	await expect(next).toBeInViewport()
	await expect(page.locator('#story').getByText('Live', { exact: true }).first()).toBeInViewport()
	const panel = page.getByRole('region', { name: 'Publishing' })
	await panel.getByRole('button', { name: 'Publish update' }).focus()
	for (let step = 0; step < 40; step += 1) {
		await page.keyboard.press('Shift+Tab')
		expect(await page.evaluate(focusBelowBar)).toBeNull()
	}
	await next.click()
	await expect(panel.getByRole('heading', { name: 'Publishing' })).toBeInViewport()
})

/** Runs in the page. The focused element, if the sticky bar of the form covers its upper edge. */
function focusBelowBar(): string | null {
	const focused = document.activeElement
	const bar = document.querySelector('#story [name="baseRevisionId"]')?.parentElement
	if (!focused || !bar || bar.contains(focused) || focused === document.body) return null
	const { top, bottom } = focused.getBoundingClientRect()
	const edges = bar.getBoundingClientRect()
	const isCovered = bottom > edges.top + 1 && top < edges.bottom - 1
	// The text itself may be taller than the window.
	return isCovered && bottom - top < 200 ? focused.outerHTML.slice(0, 120) : null
}
