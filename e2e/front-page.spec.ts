import { expect, signIn, test } from './support/test'

const scripts = () => test.info().project.use.javaScriptEnabled !== false

/** A minute of the coming years; other tests schedule other ones. */
const someMinute = (): string => {
	const at = new Date(Date.now() + (1 + Math.random()) * 365 * 86_400_000)
	return at.toISOString().slice(0, 16)
}

test('an editor arranges, previews and schedules a front page', async ({ page, story }) => {
	const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()
	const place = (name: string) => page.getByRole('listitem').filter({ hasText: name }).first()
	await signIn(page, 'editor', `/desk/stories/${story.articleId}`)
	const headline = await page.getByLabel('Headline').inputValue()

	await page.goto('/desk/front-page')
	if (scripts()) await expect(page.locator('[data-drop] svg, fieldset svg').first()).toBeVisible()
	await press('Put here the chosen story: Lead')
	await expect(page.getByRole('alert').first()).toContainText('Choose a story first')
	await page.getByRole('searchbox').fill(headline)
	await press('Find')
	await page.getByRole('radio', { name: headline }).check()
	await page.getByRole('checkbox', { name: 'Latest comments' }).check()
	await press('Put here the chosen story: Lead')
	await expect(place('Lead')).toContainText(headline)
	await press(`Down: ${headline}`)
	await expect(place('Second rank, first')).toContainText(headline)
	if (scripts()) {
		await expect(page.locator('#second-1-down')).toBeFocused()
		await place('Second rank, first').locator('[aria-hidden="true"] svg').hover()
		await page.mouse.down()
		await place('Lead').hover()
		await page.mouse.up()
	} else await press(`Up: ${headline}`)
	await expect(place('Lead')).toContainText(headline)

	const preview = page.getByRole('link', { name: 'Preview this front page' })
	const address = (await preview.getAttribute('href')) ?? ''
	await page.getByLabel('Or change at a time').fill('2020-01-01T10:00')
	await press('Schedule')
	await expect(page.getByRole('alert').first()).toContainText('That time has passed')
	await expect(place('Lead')).toContainText(headline)
	await page.getByLabel('Or change at a time').fill(someMinute())
	await press('Schedule')
	await expect(page.getByRole('status').first()).toContainText('Scheduled.')
	const remove = page.getByRole('button', { name: /^Remove: .*Edith/ }).first()
	await expect(remove).toBeVisible()
	await remove.click()
	await expect(page.getByRole('status').first()).toContainText('Removed.')

	await page.goto(address)
	await expect(page.locator('[data-lead]')).toContainText(headline)
	await expect(
		page.getByRole('region', { name: 'Latest comments' }).getByRole('listitem').first(),
	).toBeVisible()
	await page.goto('/?page=2')
	await expect(page.locator('[data-lead]')).not.toContainText(headline)
})
