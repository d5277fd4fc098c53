import { pickComment } from '@/domain/comments/pick'
import { postComment } from '@/domain/comments/post'
import { externalWriteNoticed, publish, test, viewerOf } from './support/test'

test('shots @scripts', async ({ page }) => {
	const { slug, articleId } = await publish({ headline: 'Shots' })
	const editor = await viewerOf('editor')
	const words = { name: 'Ada', email: 'ada@example.org' }
	const { id } = await postComment(editor, articleId, { ...words, body: 'First of all.', parentId: null })
	await postComment(editor, articleId, { ...words, body: 'A reply of the newsroom.', parentId: id })
	await pickComment(editor, id, true)
	await externalWriteNoticed()
	for (const [width, scheme] of [
		[360, 'light'],
		[360, 'dark'],
		[1280, 'light'],
	] as const) {
		await page.setViewportSize({ width, height: 900 })
		await page.emulateMedia({ colorScheme: scheme })
		await page.goto(`/news/${slug}?comment=${id}&view=collapsed`)
		await page.locator('#comments').screenshot({ path: `/tmp/shot-${width}-${scheme}.png` })
	}
	const form = page.locator('#comment-form')
	await form.getByLabel('Your comment').fill('It was *cold*.')
	await form.getByRole('button', { name: 'Preview' }).click()
	await page.locator('#comments').screenshot({ path: '/tmp/shot-preview.png' })
	const answer = await page.request.post(`/news/${slug}/comments`, {
		form: { ...words, body: 'Mine' },
		headers: { Accept: 'application/json' },
	})
	const own = (await answer.json()).id
	await page.goto(`/news/${slug}/comments/${own}/edit`)
	await page.screenshot({ path: '/tmp/shot-own.png' })
})
