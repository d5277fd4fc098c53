import { bodyText, paste, startWriting } from './support/editor-helpers'
import { expect, publish, signIn, test } from './support/test'

test('failed and successful saves keep the caret @scripts', async ({ page }) => {
	const { articleId } = await publish({})
	await signIn(page, 'editor', `/desk/stories/${articleId}`)
	const surface = page.getByRole('textbox', { name: 'Text of the story' })
	const headline = page.getByLabel('Headline')
	for (const field of [surface, headline]) {
		await field.click()
		await page.keyboard.press('Control+End')
		await page.context().setOffline(true)
		await page.keyboard.type(' One')
		await page.keyboard.press('Control+s')
		await page.keyboard.type(' two')
		await expect(page.getByText('could not be reached')).toBeVisible()
		await expect(page.getByRole('link', { name: 'Not saved' })).toBeVisible()
		await page.keyboard.type(' three')
		await expect(field).toBeFocused()
		await page.context().setOffline(false)
		await page.keyboard.press('Control+s')
		await page.keyboard.type(' four')
		await expect(page.getByText('could not be reached')).toBeHidden()
		await page.keyboard.type(' five')
		await expect(field).toBeFocused()
	}
	await expect(surface).toContainText('walked home. One two three four five')
	await expect(headline).toHaveValue(/ One two three four five$/)
})

test('dismissed messages return the focus @scripts', async ({ page }) => {
	const { articleId } = await publish({})
	await signIn(page, 'editor', `/desk/stories/${articleId}`)
	const save = page.getByRole('button', { name: 'Save', exact: true })
	await page.getByLabel('Kicker').fill('Harbour')
	await page.context().setOffline(true)
	await save.click()
	await expect(page.locator('#story-problem')).toBeFocused()
	await page.context().setOffline(false)
	await page.keyboard.press('Control+s')
	await expect(page.locator('#story-problem')).toBeHidden()
	await expect(save).toBeFocused()
})

test('numbers starting a paragraph are kept @scripts', async ({ page }) => {
	await startWriting(page)
	await page.keyboard.type('2019. That was the summer the pier burned down.')
	await page.keyboard.press('Enter')
	await page.keyboard.type('12. May was wet.')
	await page.keyboard.press('Enter')
	await page.keyboard.type('June was not.')
	await page.getByLabel('Headline').fill('Rain')
	await page.keyboard.press('Control+s')
	await page.waitForURL(/\/desk\/stories\/\d+/)
	await expect(page.getByRole('textbox', { name: 'Text of the story' }).locator('ol')).toHaveAttribute(
		'start',
		'12',
	)
	expect(await bodyText(page)).toBe(
		'2019. That was the summer the pier burned down.\n\n12. May was wet.\n13. June was not.',
	)
})

test('a paste reports dropped content @scripts', async ({ page }) => {
	const surface = await startWriting(page)
	await paste(
		surface,
		`<p>It burned.<img src="/a.jpg"></p><div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Is this libel?</p></div></div>`,
	)
	await expect(page.getByText('1 comment, 1 picture were left out.')).toBeVisible()
	await expect(surface).toBeFocused()
	await page.keyboard.type(' Twice.')
	expect(await bodyText(page)).toBe('It burned. Twice.')
})

test('link dialogs refuse invalid addresses @scripts', async ({ page }) => {
	await startWriting(page)
	await page.keyboard.type('the pier')
	await page.keyboard.press('Control+a')
	await page.keyboard.press('Control+k')
	const address = page.getByLabel('Address', { exact: true })
	for (const nonsense of ['https://exa mple.org', 'pier', '//example.org', 'javascript:alert(1)']) {
		await address.fill(nonsense)
		await page.keyboard.press('Enter')
		await expect(page.getByRole('dialog').getByRole('alert')).toContainText('/news/a-story')
		await expect(address).toHaveValue(nonsense)
	}
	await address.fill('/news/pier')
	await page.keyboard.press('Enter')
	expect(await bodyText(page)).toBe('[the pier](/news/pier)')
})

test('the editor follows the text’s direction @scripts', async ({ page }) => {
	const surface = await startWriting(page)
	await page.keyboard.insertText('BBC قالت إن الجسر أغلق أمام الناس')
	await expect(surface).toHaveAttribute('dir', 'rtl')
	await expect(page.getByLabel('Headline')).toHaveAttribute('dir', 'auto')
})

test('a body beyond limits stays Markdown @scripts', async ({ page }) => {
	await startWriting(page)
	await page.getByRole('button', { name: 'Edit as text' }).click()
	const field = page.locator('textarea[name="bodyText"]')
	const toSurface = page.getByRole('button', { name: 'Edit as it will look' })
	for (const [text, reason] of [
		['*a* '.repeat(240_000), 'at most 5,000 of the signs'],
		['word '.repeat(190_000), 'The one that begins “word word'],
	] as const) {
		await field.fill(text)
		await toSurface.click()
		await expect(page.getByText(reason)).toBeVisible()
		await expect(field).toHaveValue(text)
	}
	await field.fill('Short enough.')
	await toSurface.click()
	await expect(page.getByRole('textbox', { name: 'Text of the story' })).toContainText('Short enough.')
})
