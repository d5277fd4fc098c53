import { mood, sendComment, write } from './support/islands-helpers'
import { expect, test } from './support/test'

/** Platform features that some browsers lack, each with a script that removes it. */
const WITHOUT = {
	'AbortSignal.timeout': 'delete AbortSignal.timeout',
	'AbortSignal.any': 'delete AbortSignal.any',
	AbortController: 'delete window.AbortController',
	fetch: 'delete window.fetch',
	'keepalive, which is ignored': 'delete Request.prototype.keepalive',
	FormData: 'delete window.FormData',
	URLSearchParams: 'delete window.URLSearchParams',
	DOMParser: 'delete window.DOMParser',
	reportError: 'delete window.reportError',
	structuredClone: 'delete window.structuredClone',
	queueMicrotask: 'delete window.queueMicrotask',
	replaceChildren:
		'for (const of of [Element, Document, DocumentFragment]) delete of.prototype.replaceChildren',
	'SubmitEvent.submitter': 'delete SubmitEvent.prototype.submitter',
	'attributes of ARIA as properties':
		'for (const name of Object.getOwnPropertyNames(Element.prototype)) if (/^aria/.test(name)) delete Element.prototype[name]',
	'newer methods of arrays':
		"for (const name of ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'with']) delete Array.prototype[name]",
	'newer methods of texts':
		"for (const name of ['at', 'replaceAll', 'matchAll', 'isWellFormed', 'toWellFormed']) delete String.prototype[name]",
	'Object.hasOwn and groupBy': 'delete Object.hasOwn; delete Object.groupBy; delete Map.groupBy',
	'Promise.any and allSettled': 'delete Promise.any; delete Promise.allSettled; delete Promise.withResolvers',
	'Intl.Segmenter': 'delete Intl.Segmenter; delete Intl.ListFormat; delete Intl.RelativeTimeFormat',
	'dialog and popover': 'delete window.HTMLDialogElement; delete HTMLElement.prototype.showPopover',
	'crypto.randomUUID': 'delete Crypto.prototype.randomUUID',
	'clipboard and share': 'delete Navigator.prototype.clipboard; delete Navigator.prototype.share',
	'CSS.escape': 'delete CSS.escape',
	sessionStorage:
		"Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError') } })",
	observers:
		'delete window.IntersectionObserver; delete window.ResizeObserver; delete window.MutationObserver',
	'view transitions': 'delete Document.prototype.startViewTransition',
	':has()': `for (const of of [Document, Element, DocumentFragment])
		for (const name of ['querySelector', 'querySelectorAll', 'matches', 'closest']) {
			const found = of.prototype[name]
			if (found) of.prototype[name] = function (selector) {
				if (/:(?:has|is|where)\\(/.test(selector)) throw new DOMException(selector, 'SyntaxError')
				return found.call(this, selector)
			}
		}`,
}

for (const [feature, script] of Object.entries(WITHOUT))
	test(`vote, rating and comment work without ${feature} @scripts`, async ({ page, story }) => {
		await page.addInitScript(script)
		await page.goto(`/news/${story.slug}`)
		await mood(page, 'Happy').click()
		await expect(mood(page, 'Happy')).toHaveAttribute('aria-pressed', 'true')
		await page.getByRole('radio', { name: /^4/ }).check({ force: true })
		await page.locator('#rating').getByRole('button', { name: 'Rate' }).click()
		await expect(page.locator('#rating')).toContainText('Your rating: 4 of 5')
		await write(page, `Written without ${feature}.`)
		await sendComment(page)
		await expect(page.locator('#comments')).toContainText('Waiting for approval')
		await page.reload()
		await expect(mood(page, 'Happy')).toHaveAttribute('aria-pressed', 'true')
		await expect(page.locator('#rating')).toContainText('Your rating: 4 of 5')
		await expect(page.locator('#comments')).toContainText(`Written without ${feature}.`)
	})
