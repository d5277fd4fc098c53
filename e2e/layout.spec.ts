import type { CDPSession, Page } from '@playwright/test'
import { STATES } from './layout-states'
import { axeViolations } from './support/axe'
import { formsOf, hasWords, isOfDesk } from './support/desk-forms'
import { PAGE_FILES } from './support/layout-state'
import { expect, test } from './support/test'

/** Opens every details element. */
const openAllDetails = (page: Page) =>
	page.evaluate(() => {
		for (const details of document.querySelectorAll('details')) details.open = true
	})

const TARGET_MIN = 24
/** Size of the smallest text, in pixels. */
const TEXT_MIN = 12
const PHONE = { width: 360, height: 740 }
/** Runs in the page. Links within a sentence are exempt, as in WCAG 2.5.8. */
function smallTargets(least: number): string[] {
	const found: string[] = []
	const rectOf = (element: Element): DOMRect => {
		// A card's link covers the card, and a label extends its button.
		const covers = getComputedStyle(element, '::after').position === 'absolute'
		const larger = covers ? (element as HTMLElement).offsetParent : element.closest('label')
		return (larger ?? element).getBoundingClientRect()
	}
	const isInSentence = (element: Element): boolean => {
		if (getComputedStyle(element).display !== 'inline') return false
		const around = element.parentElement?.textContent?.replace(element.textContent ?? '', '') ?? ''
		return /[\p{L}\p{N}]/u.test(around)
	}
	for (const element of document.querySelectorAll('a[href], button, input, select, textarea, summary')) {
		const { width, height } = rectOf(element)
		const isShown = element.checkVisibility({ opacityProperty: false, visibilityProperty: true })
		if (!isShown || (element as HTMLInputElement).type === 'hidden' || element.closest('[aria-hidden]'))
			continue
		if ((width >= least && height >= least) || isInSentence(element)) continue
		found.push(`${Math.round(width)} × ${Math.round(height)}: ${element.outerHTML.slice(0, 160)}`)
	}
	return found
}

/** Runs in the page. */
function smallText(least: number): string[] {
	const found = new Set<string>()
	const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
	for (let text = texts.nextNode(); text; text = texts.nextNode()) {
		const element = text.parentElement
		if (!text.textContent?.trim() || !element?.checkVisibility({ visibilityProperty: true })) continue
		const size = Number.parseFloat(getComputedStyle(element).fontSize)
		if (size < least) found.add(`text of ${size} px: ${element.outerHTML.slice(0, 120)}`)
	}
	return [...found]
}

/** Runs in the page: frames with content that does not fit. At the width of a desktop there are none. */
function framesThatScroll(): string[] {
	return [...document.querySelectorAll('section[tabindex], div[tabindex]')]
		.filter((frame) => frame.scrollWidth > frame.clientWidth + 1)
		.map((frame) => `${frame.scrollWidth} in ${frame.clientWidth}: ${frame.outerHTML.slice(0, 120)}`)
}

const WHOLE = process.env.WHOLE === '1'
/** Phones, tablets and desktops, and both sides of the breakpoints; `WHOLE=1` adds widths between them. */
const WIDTHS = WHOLE
	? [320, 360, 412, 543, 600, 640, 700, 767, 768, 900, 1023, 1024, 1050, 1280, 1600]
	: [320, 360, 600, 767, 768, 1023, 1024, 1280]
/** Windows for larger text, which scales the breakpoints too: one between each two of them. */
const FEW_WIDTHS = WHOLE ? [320, 600, 768, 1024, 1600] : [320, 768, 1600]
/** Widths of a narrow phone, a tablet and a desktop in both themes; `WHOLE=1` looks at each of them in both. */
const AXE_LOOKS = [320, 768, 1280].flatMap((width) =>
	(['light', 'dark'] as const)
		.filter((theme) => WHOLE || theme === (width === 768 ? 'dark' : 'light'))
		.map((theme) => ({ width, theme })),
)

/** Overhang of a trailing space or full stop at a line's end, in pixels. */
const HANGING_MAX = 10
/** The browser's font size, and the site's own text size. */
const SIZES = [
	{ standard: 16, chosen: '', widths: WIDTHS },
	{ standard: 16, chosen: 'larger', widths: FEW_WIDTHS },
	{ standard: 32, chosen: '', widths: FEW_WIDTHS },
]

/** One page load per state; the window is resized instead, since loading is slow. */
for (const state of STATES)
	test(`${state.name}: nothing overflows or violates axe’s rules @scripts`, async ({ page }) => {
		await page.setViewportSize(PHONE)
		await state.open(page)
		await openAllDetails(page)
		// leave-guard.spec.ts types into each of them.
		if (isOfDesk(state)) expect((await formsOf(page).count()) > 0).toBe(hasWords(state))
		const found = await page.evaluate(smallTargets, TARGET_MIN)
		found.push(...(await page.evaluate(smallText, TEXT_MIN)))
		expect(await page.locator('[class~="undefined"], form[action=""]').count()).toBe(0)
		const session = await page.context().newCDPSession(page)
		for (const { standard, chosen, widths } of SIZES) {
			await setSize(page, session, standard, chosen)
			for (const width of widths) {
				await page.setViewportSize({ width, height: 800 })
				const outside = await page.evaluate(outsideWindow, HANGING_MAX)
				found.push(...outside.map((each) => `${width} px, ${standard} ${chosen}: ${each}`))
			}
		}
		await setSize(page, session, 16, '')
		await page.setViewportSize({ width: 1280, height: 800 })
		found.push(...(await page.evaluate(framesThatScroll)))
		for (const { width, theme } of AXE_LOOKS) {
			await page.setViewportSize({ width, height: 800 })
			await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
			found.push(...(await axeViolations(page, theme)).map((each) => `${width} px, ${theme}: ${each}`))
		}
		expect(found).toEqual([])
	})

test('axe reports a planted fault @scripts', async ({ page }) => {
	await page.goto('/sign-in')
	await page.waitForLoadState('networkidle')
	await page.evaluate(() => document.querySelector('main')?.append(document.createElement('img')))
	expect((await axeViolations(page)).join()).toContain('image-alt')
})

test('all pages in app/ have layout states @scripts', () => {
	expect(PAGE_FILES.length).toBeGreaterThan(15)
	expect(PAGE_FILES.filter((file) => !STATES.some((state) => state.file === file))).toEqual([])
})

async function setSize(page: Page, session: CDPSession, standard: number, chosen: string): Promise<void> {
	await session.send('Page.setFontSizes', { fontSizes: { standard } })
	await page.evaluate((size) => {
		if (size) document.documentElement.dataset.size = size
		else delete document.documentElement.dataset.size
	}, chosen)
}

/** Runs in the page: text and controls outside the window or outside their box. */
function outsideWindow(hanging: number): string[] {
	const width = document.documentElement.clientWidth
	const found: string[] = []
	const markupOf = (element: Element) => element.outerHTML.slice(0, 120)
	const scrolls = (element: Element | null): boolean =>
		element !== null &&
		(/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
	const check = (rect: DOMRect, element: Element): void => {
		if (rect.width <= 1 || rect.height <= 1 || scrolls(element)) return
		if (rect.left < -1 || rect.right > width + 1)
			found.push(`${Math.round(rect.left)}–${Math.round(rect.right)} of ${width}: ${markupOf(element)}`)
	}
	if (document.documentElement.scrollWidth > width)
		found.push(`the page is ${document.documentElement.scrollWidth} wide`)
	const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
	for (let text = texts.nextNode(); text; text = texts.nextNode()) {
		const element = text.parentElement
		if (!text.textContent?.trim() || !element?.checkVisibility({ visibilityProperty: true })) continue
		const range = document.createRange()
		range.selectNodeContents(text)
		const box = boxOf(element)
		for (const rect of range.getClientRects()) {
			check(rect, element)
			if (rect.width > 1 && !scrolls(element) && rect.right > box.right + hanging)
				found.push(`${Math.round(rect.right - box.right)} past its box: ${markupOf(element)}`)
		}
	}
	for (const element of document.querySelectorAll('img, button, input, select, textarea, a'))
		if (element.checkVisibility({ visibilityProperty: true })) check(element.getBoundingClientRect(), element)
	return [...new Set(found)]

	function boxOf(element: Element): DOMRect {
		const isInline = /^(inline|contents)$/.test(getComputedStyle(element).display)
		return isInline && element.parentElement ? boxOf(element.parentElement) : element.getBoundingClientRect()
	}
}
