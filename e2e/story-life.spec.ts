import { expect, signIn, signInAlone, startDraft, test } from './support/test'

test('a story is submitted, returned, published with a past date and undone', async ({
	page,
	browser,
	javaScriptEnabled,
}) => {
	const story = await startDraft('contributor', 'In the making')
	const panel = page.getByRole('region', { name: 'Publishing' })
	await signIn(page, 'contributor', story.path)
	await expect(panel.getByRole('button')).toHaveText(['Check links', 'Hand in for review'])
	await panel.getByRole('button', { name: 'Hand in for review' }).click()
	await expect(panel.getByRole('button', { name: 'Take back to draft' })).toBeVisible()

	await signIn(page, 'editor', `/desk?whose=waiting&query=${encodeURIComponent(story.headline)}`)
	await expect(page.getByRole('row', { name: story.headline })).toContainText('In review')
	await page.getByRole('link', { name: story.headline }).click()
	await panel.getByText('Return to the writer').click()
	await panel.getByRole('button', { name: 'Return with this note' }).click()
	await expect(page.getByRole('alert').first()).toContainText('Please write the note first')
	await panel.getByLabel('What is missing').fill('Which bridge?')
	await panel.getByRole('button', { name: 'Return with this note' }).click()
	await expect(page.getByRole('region', { name: 'Notes' })).toContainText('Which bridge?')

	await panel.getByText('Publication date:').click()
	await panel.getByLabel('Day').fill('2023-09-22')
	await panel.getByLabel('Time').fill('14:30')
	await panel.getByRole('button', { name: 'Publish now' }).click()
	await expect(panel.getByRole('link', { name: 'See it on the site' })).toBeVisible()
	const anonymous = await browser.newPage({ javaScriptEnabled })
	const address = `/news/${story.slug}`
	await anonymous.goto(address)
	await expect(anonymous.locator('main time').first()).toHaveAttribute('datetime', /^2023-09-22T/)

	await page.locator('button[name="then"]', { hasText: 'Undo' }).click()
	await expect(panel.getByRole('button', { name: 'Publish now' })).toBeVisible()
	expect((await anonymous.goto(address))?.status()).toBe(404)
	await anonymous.close()
})

test('selected stories change their section, move to the trash, and one is restored', async ({ page }) => {
	const [first, second, third] = [
		await startDraft('contributor', 'In the making'),
		await startDraft('contributor', 'In the making'),
		await startDraft('contributor', 'In the making'),
	]
	await signInAlone(page, 'editor', `/desk?query=${encodeURIComponent('In the making')}`)
	const list = page.url()
	const select = async (...drafts: { headline: string }[]) => {
		for (const { headline } of drafts) await page.getByLabel(`Select “${headline}”`).check()
		await page.getByText('With the selected stories').click()
	}
	await select(third)
	await page.getByRole('button', { name: 'Move to the trash' }).click()
	await expect(page.getByText('One story is in the trash now')).toBeVisible()
	await page.goto(list)
	await select(first, second)
	await page.getByLabel('Change section to').selectOption({ index: 2 })
	await page.getByRole('button', { name: 'Change section' }).click()
	await expect(page.getByText('Done with all selected stories.')).toBeVisible()
	await page.goto(list)
	await select(first, second)
	await page.getByRole('button', { name: 'Move to the trash' }).click()
	await expect(page.getByText('2 stories are in the trash now')).toBeVisible()
	await page.getByRole('button', { name: 'Undo' }).click()
	await expect(page.getByText('Undone.')).toBeVisible()

	await page.goto(`${first.path}/manage`)
	await page.getByRole('button', { name: 'Move to the trash' }).click()
	await page.waitForURL(/done=trashed/)
	await page.goto('/desk/trash')
	await page.getByRole('button', { name: `Restore “${first.headline}”` }).click()
	await expect(page).toHaveURL(new RegExp(`${first.path}\\?done=untrashed`))
	await expect(page.getByText('Restored from the trash.')).toBeVisible()
})
