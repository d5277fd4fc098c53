import { expect, signIn, test } from './support/test'
import { becomeReader, publishVoted } from './support/vote-states'

test('votes set aside are told, counted by an editor, shown, and undone', async ({ page, browser }) => {
	const { slug, articleId, late } = await publishVoted()
	const context = await browser.newContext()
	const own = await context.newPage()
	await becomeReader(own, late)
	await own.goto(`/news/${slug}`)
	const moods = own.getByRole('region', { name: 'How does this story leave you?' })
	await expect(moods.getByText('stored, but not counted yet')).toBeVisible()
	await expect(moods).toContainText('20 readers have answered.')
	await expect(own.getByRole('button', { name: 'Happy' })).toHaveAttribute('aria-pressed', 'true')
	await expect(own.getByRole('region', { name: 'Average Rating' })).toContainText('not counted yet')

	await signIn(page, 'editor', `/desk/stories/${articleId}`)
	await page.getByRole('link', { name: 'Votes by time, and those set aside' }).click()
	await expect(page.getByText('4 waiting, 0 counted, 0 discarded.')).toBeVisible()
	await page.getByLabel('Reason').fill('A class of the school voted.')
	await page.getByRole('button', { name: 'Count them' }).click()
	await expect(page.getByText(/^Counted\./)).toBeVisible()
	await expect(page.getByText('0 waiting, 4 counted, 0 discarded.')).toBeVisible()

	await own.reload()
	await expect(moods).toContainText('23 readers have answered.')
	await moods.getByRole('link', { name: 'How this is counted' }).click()
	await expect(own.getByText('A class of the school voted.')).toBeVisible()
	const table = own.getByRole('table')
	await expect(table.getByRole('row', { name: /^All/ })).toContainText('23')
	const file = await own.request.get(`/news/${slug}/counts.csv`)
	expect(file.headers()['content-type']).toContain('text/csv')
	expect((await file.text()).trim().split('\r\n').at(-1)).toMatch(/^sum,sum,5,5,4,3,3,3,23,1,4,0,0$/)

	await page.getByRole('button', { name: /^Undo decision/ }).click()
	await expect(page.getByText('The votes wait again')).toBeVisible()
	await own.goto(`/news/${slug}`)
	await expect(moods).toContainText('20 readers have answered.')
	await context.close()
})
