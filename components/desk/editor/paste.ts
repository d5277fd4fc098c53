/**
 * Prepares what word processors put on the clipboard. The schema drops all wrappers and styles by itself;
 * what it cannot know is which paragraphs were list items, and that lists here are flat.
 */
export function cleanedPaste(html: string): string {
	const page = new DOMParser().parseFromString(html, 'text/html')
	gatherWordLists(page)
	flattenLists(page)
	readStyles(page)
	for (const title of page.querySelectorAll('h1')) rename(title, 'h2')
	for (const title of page.querySelectorAll('h4, h5, h6')) rename(title, 'h3')
	return page.body.innerHTML
}

/** Word writes list items as paragraphs with the bullet or number as their first words. */
function gatherWordLists(page: Document): void {
	for (const paragraph of page.querySelectorAll<HTMLElement>(
		'p[style*="mso-list"], p[class*="ListParagraph"]',
	)) {
		const marker = /^\s*(?:[·•o§▪◦–-]|(\w{1,3})[.)])\s+/u.exec(paragraph.textContent ?? '')
		if (!marker) continue
		const kind = marker[1] ? 'ol' : 'ul'
		const before = paragraph.previousElementSibling
		const list = before?.matches(`${kind}[data-gathered]`) ? before : page.createElement(kind)
		list.setAttribute('data-gathered', '')
		if (list !== before) paragraph.before(list)
		removeStart(paragraph, marker[0].length)
		const item = page.createElement('li')
		item.append(paragraph)
		list.append(item)
	}
}

function removeStart(element: HTMLElement, length: number): void {
	const texts = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
	let left = length
	for (let text = texts.nextNode() as Text | null; text && left > 0; text = texts.nextNode() as Text | null) {
		const taken = Math.min(left, text.data.length)
		text.deleteData(0, taken)
		left -= taken
	}
}

/** From the innermost outwards, the items of an inner list move behind the item that holds it. */
function flattenLists(page: Document): void {
	for (const list of [
		...page.querySelectorAll('li ul, li ol, ul > ul, ul > ol, ol > ul, ol > ol'),
	].reverse()) {
		const holder = list.closest('li')
		if (holder) holder.after(...list.children)
		else list.before(...list.children)
		list.remove()
	}
}

/**
 * Google Docs says bold and italic in styles, and `<b style="font-weight:normal">` around everything. Read
 * as text, because a page that forbids inline styles forbids them to the editor's parser as well.
 */
function readStyles(page: Document): void {
	for (const element of [...page.querySelectorAll('[style]')]) {
		const style = (element.getAttribute('style') ?? '').toLowerCase()
		element.removeAttribute('style')
		if (element.matches('b, strong') && /font-weight:\s*(?:normal|400)/.test(style))
			element.replaceWith(...element.childNodes)
		if (!element.matches('span')) continue
		if (/font-style:\s*italic/.test(style)) wrapInside(element, 'em')
		if (/font-weight:\s*(?:bold|[6-9]00)/.test(style)) wrapInside(element, 'strong')
	}
}

function wrapInside(element: Element, tag: string): void {
	const wrapper = element.ownerDocument.createElement(tag)
	wrapper.append(...element.childNodes)
	element.append(wrapper)
}

function rename(element: Element, tag: string): void {
	const renamed = element.ownerDocument.createElement(tag)
	renamed.append(...element.childNodes)
	element.replaceWith(renamed)
}
