import { expect, externalWriteNoticed, signIn, test } from './support/test'

test('readers are told of a corrected story', async ({ page, browser, story }) => {
	await signIn(page, 'editor', `/desk/stories/${story.articleId}`)
	const headline = `The bridge opens on Tuesday ${story.articleId}`
	await page.getByLabel('Headline').fill(headline)
	const panel = page.getByRole('region', { name: 'Publishing' })
	await panel.getByText('Tell readers what changed').click()
	await panel.getByLabel('What readers are told').fill('We first named the wrong day.')
	await panel.getByLabel('Shown').selectOption('Above the story')
	await panel.getByRole('button', { name: 'Publish update' }).click()
	await expect(page.getByText('Published. Readers can see it now.')).toBeVisible()

	const corrections = page.getByRole('region', { name: 'Corrections' })
	await expect(corrections.getByRole('listitem')).toContainText('We first named the wrong day.')
	await corrections.getByText('Add a correction').click()
	await corrections.getByLabel('Kind').selectOption('Clarification')
	await corrections.getByRole('button', { name: 'Add permanently' }).click()
	await expect(corrections.getByRole('alert')).toContainText('Please write what readers are told.')
	await corrections.getByLabel('What readers are told').fill('It opens to boats only.')
	await corrections.getByRole('button', { name: 'Add permanently' }).click()
	await expect(corrections.getByRole('listitem')).toHaveCount(2)

	await externalWriteNoticed()
	const reader = await browser.newPage()
	await reader.goto(`/news/${story.slug}`)
	await expect(reader.getByRole('region', { name: 'Note to readers' })).toContainText(
		/Correction, .+ We first named the wrong day\./,
	)
	await expect(reader.getByRole('region', { name: 'Corrections' })).toContainText(
		/Clarification, .+ It opens to boats only\./,
	)
	const facts = JSON.parse(
		(await reader.locator('script[type="application/ld+json"]').first().textContent()) ?? '',
	)
	expect(
		facts['@graph'].find((node: Record<string, unknown>) => node['@type'] === 'NewsArticle').correction,
	).toMatchObject([
		{ '@type': 'CorrectionComment', text: 'We first named the wrong day.' },
		{ text: 'It opens to boats only.' },
	])
	await reader.getByRole('link', { name: 'Changed once' }).click()
	await reader.getByRole('link', { name: /^Version 2/ }).click()
	await expect(reader.getByRole('insertion').filter({ hasText: 'bridge opens on Tuesday' })).toBeVisible()
	await reader.getByLabel('Compare with version').fill('2')
	await reader.getByRole('button', { name: 'Compare' }).click()
	await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Version 2')

	await reader.getByRole('contentinfo').getByRole('link', { name: 'Corrections' }).click()
	const listed = reader.getByRole('main').getByRole('listitem').filter({ hasText: headline })
	await expect(listed.first()).toContainText('It opens to boats only.')
	await listed.getByRole('link').first().click()
	await expect(reader).toHaveURL(new RegExp(`/news/${story.slug}$`))
	await reader.close()
})
