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
	await signIn(page, 'editor', '/desk/stories/new')
	await changeSettings(owner, { language: 'ar' })
	await externalWriteNoticed()
	try {
		for (const path of ['/', `/news/${story.slug}`, '/sign-in']) {
			await page.goto(path)
			await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
		}
		await page.goto(`/news/${story.slug}`)
		await page.getByRole('button', { name: /فرح/ }).click()
		await expect(page.locator('#moods')).toContainText('أجاب قارئ واحد. شعورك: فرح')
		// A story in another language than the site's.
		await page.goto(`/news/${story.slug}`)
		await expect(page.getByText('Everybody walked home.').locator('..')).toHaveAttribute('dir', 'ltr')
		// The words of the desk are English.
		await page.goto('/desk/stories/new')
		await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
		await expect(page.locator('[lang="en"][dir="ltr"]')).toHaveCount(1)
	} finally {
		await changeSettings(owner, { language: 'en-GB' })
		await externalWriteNoticed()
	}
})

const LOGO =
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 60"><path fill="#a03" d="M0 0h240v60H0z"/><script>1</script></svg>'

test('logo, accent, menu and footer reach readers', async ({ page, story }) => {
	const owner = await viewerOf('owner')
	try {
		await signIn(page, 'owner', '/desk/settings/look')
		const file = { name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(LOGO) }
		await page.locator('input[type="file"]').setInputFiles(file)
		await page.getByRole('button', { name: 'Set logo' }).click()
		await expect(page.getByText('Left out of the drawing for safety: script.')).toBeVisible()
		await page.getByLabel('Accent colour').fill('#fc0')
		await page.getByRole('button', { name: 'Save settings' }).click()
		await expect(page.getByText('Light pages: #806600, darkened from #ffcc00')).toBeVisible()

		await page.goto('/desk/settings/menus')
		const menu = page.getByRole('form', { name: 'Menu at the top' })
		await menu.getByLabel('Label', { exact: true }).fill('Our shop')
		await menu.getByLabel('Address').fill('https://shop.example.org')
		await menu.getByRole('button', { name: 'Add', exact: true }).click()
		await menu.getByRole('button', { name: 'Up: Our shop' }).click()
		await expect(menu.getByRole('listitem').first()).toContainText('https://shop.example.org/')

		await page.goto('/desk/settings/footer')
		await page.getByLabel('Text at the foot of every page').fill('Printed by the harbour.')
		await page.getByLabel('Name of link 1').fill('Mastodon')
		await page.getByLabel('Address of link 1').fill('https://social.example.org/@post')
		await page.getByRole('button', { name: 'Save settings' }).click()
		await expect(page.getByText('Saved.')).toBeVisible()

		await page.context().clearCookies()
		await page.goto(`/news/${story.slug}`)
		const masthead = page.getByRole('banner')
		await expect(masthead.getByRole('img', { name: 'Public Square' })).toBeVisible()
		await expect(masthead.getByRole('listitem').first()).toHaveText('Our shop')
		await expect(page.getByRole('contentinfo').last()).toContainText('Printed by the harbour.')
		await expect(page.locator('a[rel="me"]')).toHaveText('Mastodon')
		const accent = () =>
			page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent'))
		expect(await accent()).toBe('#806600')
		await page.emulateMedia({ colorScheme: 'dark' })
		expect(await accent()).toBe('#ffcc00')
	} finally {
		await changeSettings(owner, { logo: null, accent: '', mastheadMenu: [], footerText: '', socialLinks: [] })
		await externalWriteNoticed()
	}
})

test('a page is started from questions, published and unpublished', async ({ page }) => {
	const scripts = test.info().project.use.javaScriptEnabled !== false
	// Both runs have the same data.
	const title = scripts ? 'Privacy' : 'Contact'
	await signIn(page, 'owner', '/desk/pages')
	await page.getByRole('button', { name: title }).click()
	await expect(page.getByText('The page is started.')).toBeVisible()
	await page.getByRole('button', { name: 'Publish' }).click()
	await expect(page.getByText('The page still asks').first()).toBeVisible()

	if (scripts) await page.getByRole('button', { name: 'Edit as text' }).click()
	await page.locator('textarea[name="bodyText"]').fill('## What is stored\n\nNothing about readers.')
	await page.getByRole('button', { name: 'Publish' }).click()
	await expect(page.getByText('Readers can see the page now.')).toBeVisible()

	const address = page.url()
	await page.goto('/')
	await page.getByRole('contentinfo').getByRole('link', { name: title }).click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
	await expect(page.getByText('Nothing about readers.')).toBeVisible()

	await page.goto(address)
	await page.getByRole('button', { name: 'Take off the site' }).click()
	await expect(page.getByText('Taken off the site.')).toBeVisible()
	expect((await page.goto(`/${title.toLowerCase()}`))?.status()).toBe(404)
	await page.goto(address)
	await page.getByRole('link', { name: 'History' }).click()
	await expect(page.getByText('the newest').first()).toBeVisible()
})
