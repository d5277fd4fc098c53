import type { Locator, Page } from '@playwright/test'
import { castMood } from '@/domain/moods'
import { rateArticle } from '@/domain/ratings'
import { MOODS, STARS } from '@/lib/moods'
import { areaOf, changedPixels, contrastWithin, crop, pixelsOf } from './pixels'
import { address } from './support/env'
import { reader } from './support/stories'
import { expect, publish, signIn, test } from './support/test'

/** Contrast that WCAG 1.4.11 requires of shapes and controls. */
const CONTRAST_MIN = 3
/** A focus ring of the smallest control has more pixels than this. */
const RING_PIXELS_MIN = 60
/** The desk repeats its controls; this number includes one of each kind. */
const RINGS_MAX = 12

/** Opens a story with votes for every mood and rating, and this reader's own mood and rating. */
async function openVoted(page: Page): Promise<void> {
	const { slug, articleId } = await publish({})
	for (const mood of MOODS) await castMood(reader(), articleId, mood)
	for (const stars of STARS) await rateArticle(reader(), articleId, stars)
	const post = (path: string, form: Record<string, string>) =>
		page.request.post(`/news/${slug}/${path}`, { form, headers: { Accept: 'application/json' } })
	await post('moods', { mood: 'sad' })
	await post('rating', { stars: '3' })
	await page.goto(`/news/${slug}`)
}

const CONTROLS = 'button, input:not([type="hidden"], [tabindex="-1"]), select, textarea, a[class*="primary"]'
/** One of each kind, since each takes two screenshots. */
const FOCUSED = `#moods [aria-pressed="true"], #moods [value="happy"], #stars-3, #stars-5, #rating button,
	#comment-form textarea, #comment-form button`

for (const colorScheme of ['dark', 'light'] as const)
	for (const appearance of ['system', 'light', 'dark'])
		test(`forced ${colorScheme} colours, ${appearance} appearance: shapes are visible @scripts`, async ({
			page,
		}) => {
			await page.emulateMedia({ forcedColors: 'active', colorScheme })
			await page
				.context()
				.addCookies([
					{ name: 'square-appearance', value: `${appearance}.normal`, url: address, sameSite: 'Lax' },
				])
			await openVoted(page)
			expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true)
			const shapes = page.locator(`#moods svg, #rating svg, main :is(${CONTROLS})`)
			expect(await lowContrast(page, shapes)).toEqual([])
			// Focus rings depend on the palette, not on the appearance: the opposite one is enough.
			if (appearance !== colorScheme && appearance !== 'system')
				expect(await withoutFocusRing(page, page.locator(FOCUSED))).toEqual([])
		})

for (const path of ['/desk/stories/1', '/desk', '/desk/photographs/1', '/desk/comments'])
	test(`forced colours, ${path}: controls are visible @scripts`, async ({ page }) => {
		await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
		await signIn(page, 'owner', path)
		const controls = page.locator('main').locator(CONTROLS)
		// Notices of other tests' saves may move controls during the capture.
		await expect(async () => expect(await lowContrast(page, controls)).toEqual([])).toPass({
			timeout: 30_000,
		})
		expect(await withoutFocusRing(page, controls, RINGS_MAX)).toEqual([])
	})

async function lowContrast(page: Page, elements: Locator): Promise<string[]> {
	const found: string[] = []
	const shown = await visible(elements)
	const whole = await pixelsOf(page)
	for (const element of shown) {
		const contrast = contrastWithin(crop(whole, await areaOf(element)))
		if (contrast < CONTRAST_MIN) found.push(`${contrast.toFixed(1)}: ${await markupOf(element)}`)
	}
	return found
}

async function withoutFocusRing(page: Page, elements: Locator, most?: number): Promise<string[]> {
	const found: string[] = []
	// Focus set by a script is visible if the previous focus came from the keyboard.
	await page.keyboard.press('Tab')
	for (const element of (await visible(elements)).slice(0, most)) {
		await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
		const area = await areaOf(element)
		const before = await pixelsOf(page, area)
		await element.focus()
		const ring = changedPixels(before, await pixelsOf(page, area), CONTRAST_MIN)
		if (ring < RING_PIXELS_MIN) found.push(`a ring of ${ring} pixels: ${await markupOf(element)}`)
	}
	return found
}

async function visible(elements: Locator): Promise<Locator[]> {
	const all = await elements.all()
	expect(all.length).toBeGreaterThan(0)
	const shown = await Promise.all(
		all.map(async (element) => (await element.isVisible()) && element.evaluate(isPainted)),
	)
	return all.filter((_, index) => shown[index])
}

/** Runs in the page: whether a visible element is within the visible part of its scroll containers. */
function isPainted(element: Element): boolean {
	const { top, bottom } = element.getBoundingClientRect()
	for (let around = element.parentElement; around; around = around.parentElement) {
		const box = around.getBoundingClientRect()
		const scrolls = /auto|scroll/.test(getComputedStyle(around).overflowY)
		if (scrolls && (top < box.top || bottom > box.bottom)) return false
	}
	return true
}

const markupOf = (element: Locator): Promise<string> =>
	element.evaluate((shown) => shown.outerHTML.replace(/<path.*?\/path>/g, '').slice(0, 140))
