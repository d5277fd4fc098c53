import { bodyText, paste, press, startWriting } from './support/editor-helpers'
import { expect, test } from './support/test'

test('typing continues after inserted blocks @scripts', async ({ page }) => {
	await startWriting(page)
	await page.keyboard.type('Before.')
	await press(page, 'Photograph')
	const photograph = page.getByRole('dialog').getByRole('listitem').getByRole('button').first()
	// In the task of the press: the next key may come before the next frame.
	const focused = await photograph.evaluate((button: HTMLElement) => {
		button.click()
		return document.activeElement?.ariaLabel
	})
	expect(focused).toBe('Text of the story')
	await page.keyboard.type('After the photograph.')
	await press(page, 'Link card')
	await page.getByLabel('Address', { exact: true }).fill('https://example.org/tides')
	await page.keyboard.press('Enter')
	await page.keyboard.type('After the card.')
	await press(page, 'Divider')
	await page.keyboard.type('After the divider.')
	await page.keyboard.press('Enter')
	await page.keyboard.type('---And after the last.')
	expect((await bodyText(page)).replace(/photo:\d+/, 'photo:1')).toBe(
		[
			'Before.',
			'![](photo:1)',
			'After the photograph.',
			'@[](https://example.org/tides)',
			'After the card.',
			'---',
			'After the divider.',
			'---',
			'And after the last.',
		].join('\n\n'),
	)
})

test('an inserted photograph splits a paragraph @scripts', async ({ page }) => {
	const surface = await startWriting(page)
	const insert = async () => {
		await press(page, 'Photograph')
		await page.getByRole('dialog').getByRole('listitem').getByRole('button').first().click()
		await expect(surface).toBeFocused()
	}
	await page.keyboard.type('Before.After.')
	for (const _ of 'After.') await page.keyboard.press('ArrowLeft')
	await insert()
	await page.keyboard.type('Here. ')
	await page.keyboard.press('End')
	await page.keyboard.type(' On.')
	await page.keyboard.press('Enter')
	await page.keyboard.type('- one')
	await page.keyboard.press('Enter')
	await page.keyboard.type('two')
	await page.keyboard.press('ArrowUp')
	await insert()
	await page.keyboard.type('The end.')
	expect((await bodyText(page)).replace(/photo:\d+/g, 'photo:1')).toBe(
		'Before.\n\n![](photo:1)\n\nHere. After. On.\n\n- one\n- two\n\n![](photo:1)\n\nThe end.',
	)
})

const PASTED = [
	{
		from: 'bold and italic of Word',
		html: `<p class=MsoNormal>Plain <b style='mso-bidi-font-weight:normal'>bold</b> and <i style='mso-bidi-font-style:normal'>italic</i>.<o:p></o:p></p>`,
		text: 'Plain **bold** and *italic*.',
	},
	{
		from: 'lists of Word',
		html: `<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>one</p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>two</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span>first</p>`,
		text: '- one\n- two\n\n1. first',
	},
	{
		from: 'Google Docs',
		html: `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400;font-style:normal">Plain </span><span style="font-weight:700;font-style:normal">bold</span><span style="font-weight:400;font-style:italic"> italic</span></p><h1 dir="ltr"><span style="font-weight:400">A heading</span></h1></b><br class="Apple-interchange-newline">`,
		text: 'Plain **bold** *italic*\n\n## A heading',
	},
	{
		from: 'a table',
		html: `<p>Tides</p><table><caption>In metres</caption><thead><tr><th>Day</th><th>High</th><th>Low</th></tr></thead><tbody><tr><td><p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Friday</b></p></td><td>4.1</td><td><p>0.9</p><p>at noon</p></td></tr><tr><td>Saturday</td><td></td><td>1.2</td></tr><tr><td></td><td></td><td></td></tr></tbody></table><p>After</p>`,
		text: 'Tides\n\nIn metres\n\nDay · High · Low\n\n**Friday** · 4.1 · 0.9 at noon\n\nSaturday · 1.2\n\nAfter',
	},
	{
		from: 'a table that only places text',
		html: '<table><tr><td><h2>A heading</h2><p>One.</p><p>Two.</p></td></tr></table>',
		text: '## A heading\n\nOne.\n\nTwo.',
	},
]

for (const { from, html, text } of PASTED)
	test(`a paste keeps the formatting of ${from} @scripts`, async ({ page }) => {
		await paste(await startWriting(page), html)
		expect(await bodyText(page)).toBe(text)
	})

test('the toolbar stays visible @scripts', async ({ page }) => {
	const surface = await startWriting(page)
	for (let line = 0; line < 40; line++) {
		await page.keyboard.type(`Line ${line}`)
		await page.keyboard.press('Enter')
	}
	const toolbar = page.getByRole('toolbar', { name: 'Format' })
	for (const width of [1280, 1000, 360, 320]) {
		await page.setViewportSize({ width, height: 800 })
		await surface.evaluate((element) => window.scrollBy(0, element.getBoundingClientRect().top + 500))
		// The height of the bar above is observed, and reaches the style sheet a frame after the resize.
		const gap = async () => {
			const bar = await page.getByRole('heading', { name: 'New story' }).locator('..').boundingBox()
			const tools = await toolbar.boundingBox()
			return bar && tools ? Math.abs(tools.y - (bar.y + bar.height)) : Number.NaN
		}
		await expect.poll(gap, `at ${width}`).toBeLessThanOrEqual(4)
		if (width < 768) expect((await toolbar.boundingBox())?.height, `at ${width}`).toBeLessThan(64)
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
	}
})

test('Enter moves to the next field @scripts', async ({ page }) => {
	await startWriting(page)
	await page.getByLabel('Headline').click()
	await page.keyboard.type('One line')
	await page.keyboard.press('Enter')
	await page.keyboard.type('One sentence.')
	await page.keyboard.press('Enter')
	await page.keyboard.type('The body.')
	await expect(page.getByLabel('Headline')).toHaveValue('One line')
	await expect(page.getByLabel('Standfirst')).toHaveValue('One sentence.')
	expect(await bodyText(page)).toBe('The body.')
})

test('photographs are found by caption @scripts', async ({ page }) => {
	await startWriting(page)
	await press(page, 'Photograph')
	const dialog = page.getByRole('dialog', { name: 'Put in photographs' })
	const photos = dialog.getByRole('listitem')
	const all = await photos.count()
	expect(all).toBeGreaterThan(1)
	const caption = (await photos.nth(1).innerText()).trim()
	await dialog.getByRole('searchbox').fill(caption.toUpperCase())
	await expect(photos.first()).toContainText(caption)
	await expect.poll(() => photos.count()).toBeLessThan(all)
	await page.keyboard.press('Enter')
	await expect(dialog).toBeVisible()
	await dialog.getByRole('searchbox').fill('nowhere to be found')
	await expect(dialog.getByRole('status').filter({ hasText: 'No photograph' })).toBeVisible()
	await page.keyboard.press('Escape')
	await expect(page.getByText('Unsaved changes')).toHaveCount(0)
})

test('Backspace undoes smart quotes @scripts', async ({ page }) => {
	await startWriting(page)
	await page.keyboard.type(`"It's 1914--1918," she 'said`)
	await page.keyboard.type(`'`)
	await page.keyboard.press('Backspace')
	await page.keyboard.press('Shift+Enter')
	await page.keyboard.press('Control+b')
	await page.keyboard.type('"Bold"')
	expect(await bodyText(page)).toMatch(/^“It’s 1914–1918,” she ‘said'[^“]*\*\*“Bold”\*\*$/)
})
