import { changeSettings } from '@/domain/settings'
import { PASSWORD } from './support/env'
import { expect, externalWriteNoticed, signIn, test, viewerOf } from './support/test'

test('a guest’s comment survives the required sign-in', async ({ page, story }) => {
	const owner = await viewerOf('owner')
	await changeSettings(owner, { commentsFrom: 'accounts' })
	await externalWriteNoticed()
	try {
		await page.goto(`/news/${story.slug}`)
		await page.getByLabel('Your comment').fill('Do not lose this, please.')
		await page.getByRole('button', { name: 'Sign in and post' }).click()
		await expect(page).toHaveURL(/\/sign-in\?next=/)
		await page.getByLabel('E-mail').fill('sven@example.org')
		await page.getByLabel('Password').fill(PASSWORD)
		await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
		await expect(page.getByLabel('Your comment')).toHaveValue('Do not lose this, please.')
		await page.getByRole('button', { name: 'Post' }).click()
		await expect(page.locator('#comments')).toContainText('Do not lose this, please.')
		await expect(page.getByLabel('Your comment')).toHaveValue('')
	} finally {
		await changeSettings(owner, { commentsFrom: 'guests' })
		await externalWriteNoticed()
	}
})

test('right-to-left languages apply to all pages', async ({ page, story }) => {
	const owner = await viewerOf('owner')
	await changeSettings(owner, { language: 'ar' })
	await externalWriteNoticed()
	try {
		for (const path of ['/', `/news/${story.slug}`, '/sign-in']) {
			await page.goto(path)
			await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
		}
		// A story in another language than the site's.
		await page.goto(`/news/${story.slug}`)
		await expect(page.getByText('Everybody walked home.').locator('..')).toHaveAttribute('dir', 'ltr')
		await signIn(page, 'editor', '/desk/stories/new')
		await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
	} finally {
		await changeSettings(owner, { language: 'en-GB' })
		await externalWriteNoticed()
	}
})
