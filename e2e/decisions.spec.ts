import type { Page } from '@playwright/test'
import { expect, signIn, startDraft, test } from './support/test'

const alertOf = (page: Page) => page.getByRole('alert').first()
const panelOf = (page: Page) => page.getByRole('region', { name: 'Publishing' })
const stateOf = (page: Page) => page.getByRole('form', { name: 'Story' }).locator('p').first()

/** Opens a disclosure, unless a response has opened it. */
async function openDisclosure(page: Page, summary: string) {
	const disclosure = page.locator('details', { has: page.getByText(summary, { exact: true }) })
	if (!(await disclosure.evaluate((details: HTMLDetailsElement) => details.open)))
		await disclosure.locator('summary').click()
}

async function schedule(page: Page, summary = 'Publish later') {
	await openDisclosure(page, summary)
	await page.getByLabel('Publish at').fill('2031-05-01T09:00')
	await page.getByRole('button', { name: 'Schedule', exact: true }).click()
}

test('scheduling a story published meanwhile changes nothing', async ({ page, browser }) => {
	const story = await startDraft('editor', 'Not out yet')
	await signIn(page, 'editor', story.path)
	const other = await browser.newPage()
	await signIn(other, 'second', story.path)
	await other.getByRole('button', { name: 'Publish now' }).click()
	await expect(other.getByRole('link', { name: 'See it on the site' })).toBeVisible()
	await other.close()

	await page.getByLabel('Headline').fill('Only for next May')
	await schedule(page)
	await expect(alertOf(page)).toContainText(
		'When you opened this form, the story was a draft. Now it is live',
	)
	await expect(page.getByLabel('Headline')).toHaveValue('Only for next May')
	await expect(panelOf(page).getByRole('button', { name: 'Publish update' })).toBeVisible()
	await expect(panelOf(page).getByRole('button', { name: 'Schedule' })).toHaveCount(0)
	const anonymous = await browser.newPage()
	await anonymous.goto(`/news/${story.slug}`)
	await expect(anonymous.locator('h1')).toHaveText(story.headline)

	await panelOf(page).getByRole('button', { name: 'Publish update' }).click()
	await expect(async () => {
		await anonymous.reload()
		await expect(anonymous.locator('h1')).toHaveText('Only for next May', { timeout: 1_000 })
	}).toPass({ timeout: 20_000 })
	await anonymous.close()
})

test('a scheduled story is updated and unscheduled', async ({ page, browser }) => {
	const story = await startDraft('editor', 'Not out yet')
	await signIn(page, 'editor', story.path)
	await schedule(page)
	await expect(stateOf(page)).toContainText('Scheduled for')
	await page.getByLabel('Standfirst').fill('A correction.')
	await page.getByRole('button', { name: 'Save', exact: true }).click()
	await expect(stateOf(page)).toContainText('without the newest changes')
	await expect(panelOf(page)).toContainText('readers will get an older text')
	await expect(panelOf(page).getByRole('button', { name: 'Update what is scheduled' })).toBeVisible()
	const desk = await page.context().newPage()
	await desk.goto(`/desk?query=${encodeURIComponent(story.headline)}`)
	await expect(desk.getByRole('row', { name: story.headline })).toContainText('without the newest changes')
	await desk.close()

	await panelOf(page).getByRole('button', { name: 'Update what is scheduled' }).click()
	await expect(panelOf(page)).toContainText('readers will get the saved version')
	await openDisclosure(page, 'Take back')
	await page.getByRole('button', { name: 'Take back to draft' }).click()
	await expect(stateOf(page)).toHaveText('Draft')
	const anonymous = await browser.newPage()
	expect((await anonymous.goto(`/news/${story.slug}`))?.status()).toBe(404)
	await anonymous.close()
	await schedule(page)
	await expect(stateOf(page)).toContainText('Scheduled for')
})

test('a new section is public at once', async ({ page, browser }) => {
	const name = `Harbour ${crypto.randomUUID().slice(0, 6)}`
	await signIn(page, 'owner', '/desk/sections')
	await page.getByLabel('Name').fill('news')
	await page.getByRole('button', { name: 'Make section' }).click()
	await expect(alertOf(page)).toContainText('There is a section called “News” already')
	await page.getByLabel('Name').fill(name)
	await page.getByRole('button', { name: 'Make section' }).click()
	await expect(page.getByRole('status').filter({ hasText: 'The section is made' })).toBeVisible()
	await expect(page.getByRole('list', { name: 'Sections' })).toContainText(name)
	await page.goto('/desk/stories/new')
	await page.getByLabel('Section').selectOption({ label: name })
	const anonymous = await browser.newPage()
	await anonymous.goto(`/sections/${name.toLowerCase().replace(' ', '-')}`)
	await expect(anonymous.locator('h1')).toHaveText(name)
	await anonymous.close()
	await signIn(page, 'editor', '/desk')
	await expect(page.getByRole('link', { name: 'Sections' })).toHaveCount(0)
})
