/**
 * Prepares what word processors put on the clipboard. The schema drops all wrappers and styles by itself;
 * what it cannot know is which paragraphs were list items, and that lists here are flat.
 */
export function cleanedPaste(html: string): string {
	const page = new DOMParser().parseFromString(html, 'text/html')
	gatherWordLists(page)
	flattenLists(page)
	writeOutTables(page)
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

/** Bodies have no tables, so each row becomes a paragraph. A table of one column only places what is in it. */
function writeOutTables(page: Document): void {
	for (const table of [...page.querySelectorAll('table')].reverse()) {
		const rows = [...table.rows]
		if (table.caption) table.before(rename(table.caption, 'p'))
		if (rows.every(({ cells }) => cells.length < 2))
			table.before(...rows.flatMap(({ cells }) => [...(cells[0]?.childNodes ?? [])]))
		else table.before(...rows.flatMap((row) => paragraphOf(row) ?? []))
		table.remove()
	}
}

function paragraphOf(row: HTMLTableRowElement): HTMLElement | null {
	const written = [...row.cells].filter((cell) => cell.textContent?.trim())
	if (written.length === 0) return null
	const paragraph = row.ownerDocument.createElement('p')
	for (const [index, cell] of written.entries()) {
		for (const block of [...cell.querySelectorAll(BLOCKS)].reverse())
			block.replaceWith(' ', ...block.childNodes, ' ')
		paragraph.append(index > 0 ? CELL_BORDER : '', ...cell.childNodes)
	}
	return paragraph
}

const CELL_BORDER = ' · '
const BLOCKS = 'p, div, ul, ol, li, blockquote, pre, br, h1, h2, h3, h4, h5, h6'

/**
 * Google Docs says bold and italic in styles, and `<b style="font-weight:normal">` around everything. Read
 * as text, because a page that forbids inline styles forbids them to the editor's parser as well.
 */
function readStyles(page: Document): void {
	for (const element of [...page.querySelectorAll('[style]')]) {
		const style = declarations(element.getAttribute('style') ?? '')
		element.removeAttribute('style')
		if (element.matches('b, strong') && /^(?:normal|400)$/.test(style.get('font-weight') ?? ''))
			element.replaceWith(...element.childNodes)
		if (!element.matches('span')) continue
		if (style.get('font-style') === 'italic') wrapInside(element, 'em')
		if (/^(?:bold|bolder|[6-9]00)$/.test(style.get('font-weight') ?? '')) wrapInside(element, 'strong')
	}
}

/** Whole properties: Word's own `mso-bidi-font-weight` says nothing about `font-weight`. */
export function declarations(style: string): Map<string, string> {
	const pairs = style
		.toLowerCase()
		.split(';')
		.map((declaration) => {
			const [property = '', ...value] = declaration.split(':')
			return [
				property.trim(),
				value
					.join(':')
					.replace(/!important\s*$/, '')
					.trim(),
			] as const
		})
	return new Map(pairs.filter(([property]) => property !== ''))
}

function wrapInside(element: Element, tag: string): void {
	const wrapper = element.ownerDocument.createElement(tag)
	wrapper.append(...element.childNodes)
	element.append(wrapper)
}

function rename(element: Element, tag: string): Element {
	const renamed = element.ownerDocument.createElement(tag)
	renamed.append(...element.childNodes)
	element.replaceWith(renamed)
	return renamed
}
