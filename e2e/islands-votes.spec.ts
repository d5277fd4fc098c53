import { isSameDocument, mood, open, shares, spoken } from './support/islands-helpers'
import { expect, test } from './support/test'

test('mood votes are optimistic and announced @scripts', async ({ page, story }) => {
	await open(page, story.slug)
	let answer = () => {}
	const held = new Promise<void>((resolve) => {
		answer = resolve
	})
	await page.route('**/moods', async (route) => {
		await held
		await route.continue()
	})
	await mood(page, 'Happy').click()
	await expect(mood(page, 'Happy')).toHaveAttribute('aria-pressed', 'true')
	expect(await shares(page)).toEqual([100, 0, 0, 0, 0, 0])
	await expect(page.locator('#moods')).toContainText(
		'1 reader has answered. Your mood is Happy; choose it again to take it back.',
	)
	await expect(spoken(page)).toHaveText('')
	answer()
	await expect(spoken(page)).toHaveText('Happy, 1 vote, your mood')
	await expect(mood(page, 'Happy')).toBeFocused()
	expect(await isSameDocument(page)).toBe(true)

	await page.keyboard.press('Enter')
	await expect(mood(page, 'Happy')).toHaveAttribute('aria-pressed', 'false')
	await expect(spoken(page)).toHaveText('Happy, 0 votes, your mood is taken back')
	await page.reload()
	await expect(mood(page, 'Happy')).toHaveAttribute('aria-pressed', 'false')
	expect(await shares(page)).toEqual([0, 0, 0, 0, 0, 0])
})

test('votes are visible within the click event @scripts', async ({ page, story }) => {
	await open(page, story.slug)
	const pressed = await page.evaluate(() => {
		const button = document.querySelector<HTMLButtonElement>('#moods [data-mood="angry"]')
		button?.click()
		return button?.ariaPressed
	})
	expect(pressed).toBe('true')
})

test('quick votes collapse into the last one @scripts', async ({ page, story }) => {
	await open(page, story.slug)
	const sent: string[] = []
	let answer = () => {}
	const held = new Promise<void>((resolve) => {
		answer = resolve
	})
	await page.route('**/moods', async (route) => {
		sent.push(new URLSearchParams(route.request().postData() ?? '').get('mood') ?? '')
		await held
		await route.continue()
	})
	for (const name of ['Happy', 'Sad', 'Excited', 'Sleepy', 'Surprise']) await mood(page, name).click()
	answer()
	await expect(spoken(page)).toHaveText('Surprise, 1 vote, your mood')
	expect(sent).toEqual(['happy', 'surprise'])
	await page.reload()
	await expect(mood(page, 'Surprise')).toHaveAttribute('aria-pressed', 'true')
	expect(await shares(page)).toEqual([0, 0, 0, 0, 0, 100])
})

test('failed votes are rolled back @scripts', async ({ page, story }) => {
	await open(page, story.slug)
	await mood(page, 'Sad').click()
	await expect(spoken(page)).toHaveText('Sad, 1 vote, your mood')

	await page.route('**/moods', (route) => route.abort())
	await mood(page, 'Happy').click()
	await expect(page.locator('#moods')).toContainText('The site could not be reached.')
	await expect(mood(page, 'Sad')).toHaveAttribute('aria-pressed', 'true')
	await expect(mood(page, 'Happy')).toBeFocused()
	expect(await shares(page)).toEqual([0, 100, 0, 0, 0, 0])

	await page.unroute('**/moods')
	const detail = 'That was a little too often. Please try again in 12 seconds.'
	await page.route('**/moods', (route) =>
		route.fulfill({ status: 429, contentType: 'application/problem+json', json: { status: 429, detail } }),
	)
	await mood(page, 'Happy').click()
	await expect(page.locator('#moods')).toContainText(detail)
	await expect(spoken(page)).toHaveText(detail)
	await expect(mood(page, 'Sad')).toHaveAttribute('aria-pressed', 'true')

	await page.unroute('**/moods')
	await mood(page, 'Happy').click()
	await expect(spoken(page)).toHaveText('Happy, 1 vote, your mood')
	await expect(page.locator('#moods')).not.toContainText(detail)
	expect(await isSameDocument(page)).toBe(true)
})

test('the button sends the chosen stars @scripts', async ({ page, story }) => {
	await open(page, story.slug)
	const rating = page.locator('#rating')
	let sent = 0
	page.on('request', (request) => {
		if (request.url().endsWith('/rating')) sent += 1
	})
	await rating.locator('label', { hasText: '4 stars' }).click()
	await page.keyboard.press('ArrowRight')
	await expect(rating.getByRole('radio', { name: '5 stars' })).toBeChecked()
	expect(sent).toBe(0)
	await rating.getByRole('button', { name: 'Rate' }).click()
	await expect(spoken(page)).toHaveText('Your rating: 5 of 5. 5.0 out of 5, from 1 rating')
	await expect(rating).toContainText('5.0')
	await expect(rating).toContainText('Your rating: 5 of 5')
	await expect(rating.getByRole('listitem').first()).toContainText('100%')
	await expect(rating.getByRole('button', { name: 'Change' })).toBeFocused()

	await rating.getByRole('button', { name: 'Withdraw my rating' }).click()
	await expect(spoken(page)).toHaveText('Your rating is withdrawn. Nobody has rated this story.')
	await expect(rating.getByText('out of 5')).toBeHidden()
	await expect(rating.getByRole('button', { name: 'Withdraw my rating' })).toBeHidden()
	expect(await rating.evaluate((section) => section.contains(document.activeElement))).toBe(true)
	expect(await isSameDocument(page)).toBe(true)

	await page.route('**/rating', (route) => route.abort())
	await rating.locator('label', { hasText: '2 stars' }).click()
	await rating.getByRole('button', { name: 'Rate' }).click()
	await expect(rating).toContainText('see whether this was recorded')
	await expect(rating.getByText('out of 5')).toBeHidden()
	await expect(rating.getByRole('radio', { name: '2 stars' })).toBeChecked()
})

test('concurrent first votes belong to one reader @scripts', async ({ page, story }) => {
	await open(page, story.slug)
	await page.route('**/moods', async (route) => {
		await new Promise((resolve) => setTimeout(resolve, 1_500))
		await route.continue()
	})
	const rating = page.locator('#rating')
	await mood(page, 'Happy').click()
	await rating.getByRole('radio', { name: '4 stars' }).check({ force: true })
	await rating.getByRole('button', { name: 'Rate' }).click()
	await expect(spoken(page)).toHaveText(/Your rating: 4 of 5/)
	await page.reload()
	await expect(mood(page, 'Happy')).toHaveAttribute('aria-pressed', 'true')
	await expect(rating.getByRole('radio', { name: '4 stars' })).toBeChecked()
})
