import { expect, externalWriteNoticed, publish, signIn, test } from './support/test'

test('an editor links a translation, and a reader changes to it', async ({ page, story }) => {
	const french = await publish({ headline: `Le pont tourne ${crypto.randomUUID().slice(0, 8)}` })
	await signIn(page, 'editor', `/desk/stories/${french.articleId}`)
	const form = page.getByRole('region', { name: 'Language' })
	await form.locator('summary').click()
	await form.getByLabel('Language of the text').fill('french')
	await form.getByLabel('Translation of').fill(`/news/${story.slug}`)
	await form.getByRole('button', { name: 'Save language' }).click()
	await expect(form.getByRole('alert')).toContainText('“french” is not a language tag')
	await form.getByLabel('Language of the text').fill('fr')
	await form.getByRole('button', { name: 'Save language' }).click()
	await expect(page.getByText('The language and the translations are changed.')).toBeVisible()
	await expect(form.getByRole('listitem')).toContainText('British English')

	await externalWriteNoticed()
	await page.goto(`/news/${story.slug}`)
	await page.getByRole('link', { name: 'Français' }).click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('dir', 'auto')
	await expect(page.locator('[lang="fr"] h1')).toContainText('Le pont tourne')
	await page.getByRole('link', { name: 'British English' }).click()
	await expect(page).toHaveURL(new RegExp(`/news/${story.slug}$`))
})
