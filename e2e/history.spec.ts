import { saveStory } from '@/domain/articles/save'
import { findStory } from '@/domain/articles/stories'
import { parseMarkdown } from '@/domain/body/markdown'
import { staff } from './support/env'
import { expect, signIn, test, viewerOf } from './support/test'

/** Saves a story as a member of the staff, beside the browser. */
async function saveAs(
	member: 'editor' | 'second',
	articleId: number,
	text: string,
	note = '',
): Promise<void> {
	const viewer = await viewerOf(member)
	const { headRevisionId, fields } = await findStory(viewer, articleId)
	await saveStory(viewer, articleId, headRevisionId, { ...fields, body: parseMarkdown(text), note })
}

test('an earlier version is found, compared and restored', async ({ page, browser, story }) => {
	await saveAs('second', story.articleId, 'Sven wrote this.', 'Shorter, as agreed.')
	await signIn(page, 'editor', `/desk/stories/${story.articleId}`)
	await page.getByRole('link', { name: 'History' }).click()
	const versions = page.getByRole('main').getByRole('listitem')
	await expect(versions).toHaveCount(2)
	await expect(versions.first()).toContainText('Version 2, the newest')
	await expect(versions.first()).toContainText(`by ${staff.second.name}`)
	await expect(versions.first()).toContainText('Note: Shorter, as agreed.')
	await expect(versions.nth(1)).toContainText('Readers see this version')

	await page.getByRole('link', { name: 'Version 2' }).click()
	const comparison = page.getByRole('region', { name: 'From version 1 to version 2' })
	await expect(comparison.getByRole('deletion').first()).toContainText('The bridge opened at noon.')
	await expect(comparison.getByRole('insertion')).toContainText('Sven wrote this.')
	await expect(comparison).toContainText('− Removed')
	await expect(page.getByRole('button', { name: 'Restore this version' })).toHaveCount(0)

	await page.getByLabel('With version').fill('1')
	await page.getByRole('button', { name: 'Compare' }).click()
	await expect(comparison).toBeVisible()
	await page.getByRole('link', { name: 'Back to the history' }).click()
	await page.getByRole('link', { name: 'Version 1' }).click()
	await page.getByRole('button', { name: 'Restore this version' }).click()
	await page.waitForURL(/\/desk\/stories\/\d+\?done=restored/)
	await expect(page.getByRole('main')).toContainText('The earlier version is restored as the newest one.')
	await page.goto(`/desk/stories/${story.articleId}/history/3?with=1`)
	await expect(page.getByRole('main')).toContainText('Note: Restored from the version of')
	await expect(page.getByRole('main')).toContainText('Both versions say the same.')
	const anonymous = await browser.newPage()
	await anonymous.goto(`/news/${story.slug}`)
	await expect(anonymous.locator('main')).toContainText('The bridge opened at noon.')
	await anonymous.close()
})

test('a restore after a newer save writes nothing until repeated', async ({ page, story }) => {
	await saveAs('editor', story.articleId, 'Edith wrote this.')
	await signIn(page, 'editor', `/desk/stories/${story.articleId}/history/1`)
	await saveAs('second', story.articleId, 'Sven wrote that.')
	await page.getByRole('button', { name: 'Restore this version' }).click()
	await expect(page.getByRole('alert').first()).toContainText('nothing was restored')
	expect((await findStory(await viewerOf('editor'), story.articleId)).savedBy).toBe(staff.second.name)
	await page.getByRole('button', { name: 'Restore this version' }).click()
	await page.waitForURL(/\?done=restored/)
	await page.goto(`/desk/stories/${story.articleId}/history`)
	await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(4)
})

test('a story’s only version is shown whole', async ({ page, story }) => {
	await signIn(page, 'editor', `/desk/stories/${story.articleId}/history/1`)
	const version = page.getByRole('region', { name: 'What this version says' })
	await expect(version).toContainText('The bridge opened at noon.')
	await expect(version).toContainText('Harbour office')
})

test('a contributor cannot open the history of others’ stories', async ({ page, story }) => {
	await signIn(page, 'contributor')
	for (const path of ['history', 'history/1'])
		expect((await page.goto(`/desk/stories/${story.articleId}/${path}`))?.status()).toBe(404)
})
