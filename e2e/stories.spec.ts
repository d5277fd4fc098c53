import type { Locator, Page } from '@playwright/test'
import sharp from 'sharp'
import { staff } from './support/env'
import { expect, signIn, test } from './support/test'

/** A photograph with a random colour, unique to the test. */
const picture = async () => {
	const [r = 0, g = 0, b = 0] = crypto.getRandomValues(new Uint8Array(3))
	const create = { width: 900, height: 600, channels: 3, background: { r, g, b } } as const
	return { name: 'harbour.jpg', mimeType: 'image/jpeg', buffer: await sharp({ create }).jpeg().toBuffer() }
}

type Words = { caption: string; credit: string; alt: string }

/** Uploads a photograph and returns its number. */
async function upload(page: Page, words: Words): Promise<number> {
	await page.goto('/desk/photographs')
	const form = page.getByRole('form', { name: 'Add a photograph' })
	await form.getByLabel('File').setInputFiles(await picture())
	await form.getByLabel('Caption').fill(words.caption)
	await form.getByLabel('Credit', { exact: true }).fill(words.credit)
	await form.locator('[name="alt"]').fill(words.alt)
	await form.getByRole('button', { name: 'Upload' }).click()
	await page.waitForURL(/\/desk\/photographs\/\d+/)
	return Number(/\d+$/.exec(new URL(page.url()).pathname)?.[0])
}

const scripts = () => test.info().project.use.javaScriptEnabled !== false

/** The field of the body's Markdown; with scripts, a button in the editor opens it. */
async function bodyText(page: Page): Promise<Locator> {
	const asText = page.getByRole('button', { name: 'Edit as text' })
	const field = page.locator('textarea[name="bodyText"]')
	const asItLooks = page.getByRole('button', { name: 'Edit as it will look' })
	if (scripts()) {
		await expect(asText.or(asItLooks)).toBeVisible()
		if (await asText.isVisible()) await asText.click()
	}
	await expect(field).toBeVisible()
	return field
}

const writeBody = async (page: Page, text: string): Promise<void> => (await bodyText(page)).fill(text)

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click()

test('a story with photographs is published', async ({ page, browser }) => {
	const headline = `The quay is dry again ${crypto.randomUUID().slice(0, 6)}`
	await signIn(page, 'editor')
	const hero = await upload(page, {
		caption: 'The quay at low water.',
		credit: 'Public Square / T. Marsh',
		alt: 'A stone quay',
	})
	const inline = await upload(page, {
		caption: 'A sluice gate.',
		credit: 'Public Square / E. Marsh',
		alt: 'An iron gate',
	})

	await page.goto('/desk')
	await page.getByRole('link', { name: 'New story' }).click()
	await page.getByLabel('Headline').fill(headline)
	await page.getByLabel('Standfirst').fill('Pumps ran for nine days.')
	await page.getByLabel('Section').selectOption('news')
	await page.getByRole('checkbox', { name: 'Mara Ellison' }).check()
	await page.getByText('Choose a photograph').click()
	await page.locator(`input[name="heroPhotoId"][value="${hero}"]`).check()
	await page.getByLabel('Sources').fill('Harbour office\nTide tables | https://example.org/tides')
	await writeBody(
		page,
		`First **bold** line.\n\n![Seen on Friday](photo:${inline})\n\n## Afterwards\n\n- one\n- two`,
	)
	await save(page)
	await page.waitForURL(/\/desk\/stories\/\d+/)
	const desk = new URL(page.url()).pathname

	await page.getByRole('link', { name: 'Preview' }).click()
	await expect(page.frameLocator('iframe').getByRole('heading', { level: 1, name: headline })).toBeVisible()
	const anonymous = await browser.newPage()
	await anonymous.goto('/')
	await expect(anonymous.getByText(headline)).toHaveCount(0)

	await page.goto(desk)
	if (scripts())
		await expect(page.getByRole('textbox', { name: 'Caption', exact: true })).toHaveValue('Seen on Friday')
	await page.getByRole('button', { name: 'Publish now' }).click()
	await expect(page.getByRole('link', { name: 'See it on the site' })).toBeVisible()

	await anonymous.goto('/')
	await anonymous.getByRole('link', { name: headline }).first().click()
	await expect(anonymous.locator('h1')).toHaveText(headline)
	const figures = anonymous.locator('main article figure')
	await expect(figures.first()).toContainText('The quay at low water. © Public Square / T. Marsh')
	await expect(figures.nth(1)).toContainText('Seen on Friday © Public Square / E. Marsh')
	await expect(anonymous.locator('main strong', { hasText: 'bold' })).toBeVisible()
	await expect(anonymous.getByRole('link', { name: 'Tide tables' })).toHaveAttribute(
		'href',
		'https://example.org/tides',
	)
	const image = await anonymous.locator('main article img').first().getAttribute('src')
	const answer = await anonymous.request.get(image ?? '')
	expect(answer.headers()['cache-control']).toContain('immutable')
	await anonymous.close()
})

test('a photograph without credit or alt blocks publication', async ({ page }) => {
	await signIn(page, 'editor')
	const photo = await upload(page, { caption: 'Nobody knows who took this.', credit: '', alt: '' })
	await page.goto('/desk/stories/new')
	await page.getByLabel('Headline').fill('A picture from nowhere')
	await page.getByLabel('Section').selectOption('news')
	await page.getByRole('checkbox', { name: 'Mara Ellison' }).check()
	await writeBody(page, `Look.\n\n![](photo:${photo})`)
	await save(page)
	await page.waitForURL(/\/desk\/stories\/\d+/)
	await page.getByRole('button', { name: 'Publish now' }).click()
	const alert = page.getByRole('alert').first()
	await expect(alert).toContainText('One photograph has no credit and no description for blind readers')
	await expect(alert.getByRole('link')).toHaveAttribute('href', '#story-publish')

	const checks = page.getByRole('listitem').filter({ hasText: 'Nobody knows who took this.' })
	await expect(checks.locator('img')).toBeVisible()
	await expect(checks.getByRole('link')).toHaveAttribute('href', `/desk/photographs/${photo}`)
	await checks.getByLabel('What it shows, for blind readers').fill('A rope on a bollard')
	await page.getByRole('button', { name: 'Publish now' }).click()
	await expect(alert).toContainText('One photograph has no credit')
	await expect(checks.getByLabel('What it shows, for blind readers')).toHaveCount(0)
	await checks.getByLabel('Or why no credit is known').fill('Found in the harbour office')
	await page.getByRole('button', { name: 'Publish now' }).click()
	await expect(page.getByRole('link', { name: 'See it on the site' })).toBeVisible()
})

test('a stale save overwrites nothing', async ({ page, browser, story }) => {
	const path = `/desk/stories/${story.articleId}`
	await signIn(page, 'editor', path)
	const other = await browser.newPage()
	await signIn(other, 'second', path)
	await writeBody(other, 'Sven wrote this sentence.')
	await save(other)
	await expect(other.locator('body')).toContainText(`by ${staff.second.name}`)
	await other.close()

	await writeBody(page, 'Edith wrote this one, and it is long.')
	await save(page)
	const scripts = test.info().project.use.javaScriptEnabled !== false
	if (scripts) {
		await expect(page.getByRole('alert').first()).toContainText('Nothing was overwritten')
		await expect(await bodyText(page)).toHaveValue('Edith wrote this one, and it is long.')
		await page.getByLabel('Kicker').fill('Harbour')
		await page.getByRole('link', { name: 'Put both texts together' }).click()
	} else await expect(page.getByRole('status').first()).toContainText('Nothing was overwritten')
	await page.waitForURL(/\/merge\?/)

	const place = page.getByRole('group', { name: 'Both of you changed this place' })
	await expect(place).toHaveCount(1)
	await expect(place).toContainText('Sven wrote this sentence.')
	await expect(place).toContainText('Edith wrote this one, and it is long.')
	const merge = page.getByRole('button', { name: 'Save the merged text' })
	await merge.click()
	await expect(page.getByRole('alert').first()).toContainText('Please choose a text for each place')
	await place.getByLabel('Both, first Sven Aldous’s').check()
	await merge.click()
	await page.waitForURL(/\?done=merged(&result=\w+)?(#|$)/)
	await expect(page.locator('body')).toContainText(`by ${staff.editor.name}`)
	await expect(page.getByRole('region', { name: 'Text not saved' })).toHaveCount(0)
	if (scripts) await expect(page.getByLabel('Kicker')).toHaveValue('Harbour')
	await page.goto(`${path}/preview`)
	await expect(page.frameLocator('iframe').locator('article')).toContainText(
		/Sven wrote this sentence\.\s*Edith wrote this one, and it is long\./,
	)
})

test('a live story is edited, renamed and withdrawn', async ({ page, browser, story }) => {
	const path = `/desk/stories/${story.articleId}`
	await signIn(page, 'editor', path)
	await page.getByLabel('Headline').fill('A better headline')
	await page.getByLabel('Address', { exact: true }).fill(`${story.slug}-better`)
	await save(page)
	await expect(page.locator('body')).toContainText(`by ${staff.editor.name}`)
	const anonymous = await browser.newPage()
	await anonymous.goto(`/news/${story.slug}`)
	expect(new URL(anonymous.url()).pathname).toBe(`/news/${story.slug}-better`)
	await expect(anonymous.locator('h1')).not.toHaveText('A better headline')

	await page.goto(path)
	await page.getByRole('button', { name: 'Publish update' }).click()
	await expect(page.locator('body')).toContainText('Readers see the saved version')
	await anonymous.reload()
	await expect(anonymous.locator('h1')).toHaveText('A better headline')
	await expect(anonymous.locator('main')).toContainText('Updated')

	await page.getByText('Withdraw', { exact: true }).click()
	await page.getByRole('button', { name: 'Withdraw story' }).click()
	await expect(page.getByRole('alert').first()).toContainText('tell readers why')
	const reason = page.getByLabel('Public reason')
	if (!(await reason.isVisible())) await page.getByText('Withdraw', { exact: true }).click()
	await reason.fill('It named the wrong ship.')
	await page.getByRole('button', { name: 'Withdraw story' }).click()
	await expect(page.locator('body')).toContainText('Readers are told')
	expect((await anonymous.goto(`/news/${story.slug}-better`))?.status()).toBe(410)
	await expect(anonymous.locator('main')).toContainText('It named the wrong ship.')
	await anonymous.close()
})

test('a contributor cannot publish or open others’ stories', async ({ page, story }) => {
	await signIn(page, 'contributor', '/desk/stories/new')
	await page.getByLabel('Headline').fill('My first story')
	await writeBody(page, 'It rained.')
	await save(page)
	await page.waitForURL(/\/desk\/stories\/\d+/)
	await expect(page.getByRole('button', { name: 'Hand in for review' })).toBeVisible()
	await expect(page.getByRole('button', { name: 'Publish now' })).toHaveCount(0)
	expect((await page.goto(`/desk/stories/${story.articleId}`))?.status()).toBe(404)
	expect((await page.goto('/desk/comments'))?.status()).toBe(403)
})

test('a refused story form keeps every field', async ({ page }) => {
	await signIn(page, 'editor', '/desk/stories/new')
	await page.getByLabel('Standfirst').fill('There is no headline yet.')
	await page.getByLabel('Sources').fill('Somebody | ftp://example.org')
	await writeBody(page, 'Words that must not be lost.')
	await save(page)
	await expect(page.getByRole('alert').first()).toContainText('needs a headline')
	await expect(page.getByLabel('Standfirst')).toHaveValue('There is no headline yet.')
	await expect(page.getByLabel('Sources')).toHaveValue('Somebody | ftp://example.org')
	await expect(page.locator('textarea[name="bodyText"]')).toHaveValue('Words that must not be lost.')
})

test('the editor keeps typed and formatted text @scripts', async ({ page }) => {
	await signIn(page, 'editor', '/desk/stories/new')
	await page.getByLabel('Headline').fill('Typed by hand')
	// Until the toolbar is visible, a plain text field with the same label is in the editor's place.
	await expect(page.getByRole('toolbar', { name: 'Format' })).toBeVisible()
	await page.getByRole('textbox', { name: 'Text of the story' }).click()
	await page.keyboard.type('Plain and ')
	await page.keyboard.press('Control+b')
	await page.keyboard.type('bold')
	await page.keyboard.press('Control+b')
	await page.keyboard.press('Enter')
	await page.keyboard.type('## A heading')
	await page.keyboard.press('Enter')
	await page.keyboard.type('- a point')
	for (let letter = 0; letter < 'point'.length; letter += 1) await page.keyboard.press('ArrowLeft')
	await page.keyboard.press('Control+s')
	await page.waitForURL(/\/desk\/stories\/\d+/)
	await expect(page).toHaveTitle(/^Typed by hand – /)
	// The first save changes the address; the caret stays in the text.
	await expect(page.getByRole('textbox', { name: 'Text of the story' })).toBeFocused()
	await page.keyboard.type('fine ')
	await page.getByRole('button', { name: 'Edit as text' }).click()
	await expect(page.locator('textarea[name="bodyText"]')).toHaveValue(
		'Plain and **bold**\n\n## A heading\n\n- a fine point',
	)
})
