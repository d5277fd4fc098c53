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
