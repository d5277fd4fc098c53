import { LIST_NUMBER_MAX } from '@/domain/body/document'
import { styleAt } from './paste-styles'

/** Converts Word's list paragraphs, whose first words are the bullet or number, to lists. */
export function gatherWordLists(page: Document): void {
	for (const paragraph of page.querySelectorAll<HTMLElement>(
		'p[style*="mso-list"], p[class*="ListParagraph"]',
	)) {
		if (paragraph.closest('li')) continue
		const marker = markerOf(paragraph)
		if (marker === null) continue
		const number = NUMBER.exec(marker.text)?.[1]
		if (number !== undefined && Number(number) <= LIST_NUMBER_MAX) listItem(paragraph, marker, Number(number))
		else if (LABEL.test(marker.text)) labelled(paragraph, marker)
		else listItem(paragraph, marker, null)
	}
}

type Marker = { text: string; length: number }

const NUMBER = /^\(?(\d{1,4})[.)]?$/
/** Labels such as `a.`, `iv)`, `2.1.3`: body lists have no such numbering, so the label stays in the text. */
const LABEL = /^\(?(?:[\p{L}\d]{1,5}[.)]|\d{1,4}(?:\.\d{1,4})+[.)]?|\p{L}{1,5})$/u
/** Letters that are bullets in Wingdings and Courier New, for pastes without the font. */
const BULLET_LETTER = /^[oqvnlu§üØþ]$/u
/**
 * Characters that are bullets in any font, followed by a space; the glyphs of symbol fonts are letters in
 * other fonts.
 */
const BULLET = /^\s*([·•▪◦§●○■□➢✓\uf000-\uf0ff–-])\s+/u
const SYMBOL = /^\s*(\S)[\s\u00a0]+/u
const SYMBOL_FONT = /symbol|wingdings|webdings|zapf ?dingbats|courier new/

/**
 * The marker before an item's text: the span that Word marks as such, or a bullet or number followed by
 * space.
 */
function markerOf(paragraph: HTMLElement): Marker | null {
	const marked = [...paragraph.querySelectorAll('span')].find(
		(span) => styleAt(span, 'mso-list') === 'ignore',
	)
	if (marked) {
		const text = marked.textContent?.trim() ?? ''
		const isBullet = BULLET_LETTER.test(text) || startsInSymbolFont(paragraph)
		marked.remove()
		return { text: isBullet ? '•' : text, length: 0 }
	}
	const text = paragraph.textContent ?? ''
	const [bullet, sign] = BULLET.exec(text) ?? []
	if (bullet !== undefined && sign) return { text: sign, length: bullet.length }
	const [symbol, letter] = SYMBOL.exec(text) ?? []
	if (symbol !== undefined && letter && startsInSymbolFont(paragraph))
		return { text: '•', length: symbol.length }
	const [number, digits] = /^\s*(\d{1,3}[.)])\s+/.exec(text) ?? []
	return number !== undefined && digits && styleAt(paragraph, 'mso-list')
		? { text: digits, length: number.length }
		: null
}

function startsInSymbolFont(paragraph: HTMLElement): boolean {
	const texts = paragraph.ownerDocument.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
	let text = texts.nextNode()
	while (text && !text.textContent?.trim()) text = texts.nextNode()
	for (let element = text?.parentElement; element && element !== paragraph; element = element.parentElement)
		if (
			SYMBOL_FONT.test(styleAt(element, 'font-family') || (element.getAttribute('face') ?? '').toLowerCase())
		)
			return true
	return false
}

function listItem(paragraph: HTMLElement, marker: Marker, number: number | null): void {
	const page = paragraph.ownerDocument
	const kind = number === null ? 'ul' : 'ol'
	const before = paragraph.previousElementSibling
	const continues =
		before?.matches(`${kind}[data-gathered]`) &&
		(number === null || number === startOf(before) + before.childElementCount)
	const list = (continues && before) || page.createElement(kind)
	if (list !== before) {
		list.setAttribute('data-gathered', '')
		if (number !== null) list.setAttribute('start', String(number))
		paragraph.before(list)
	}
	removeStart(paragraph, marker.length)
	const item = page.createElement('li')
	item.append(paragraph)
	list.append(item)
}

function labelled(paragraph: HTMLElement, { text, length }: Marker): void {
	removeStart(paragraph, length)
	paragraph.prepend(`${text} `)
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

const startOf = (list: Element): number => {
	const start = Number.parseInt(list.getAttribute('start') ?? '1', 10)
	return Number.isNaN(start) ? 1 : start
}

/**
 * Flattens nested lists, from the innermost outwards. Bullets within bullets follow the item around them;
 * where a list is numbered the outer list is divided, so that every item keeps its pasted number.
 */
export function separateLists(page: Document): void {
	const nested = page.querySelectorAll('li ul, li ol, ul > ul, ul > ol, ol > ul, ol > ol')
	for (const list of [...nested].reverse()) {
		const holder = list.closest('li') ?? list
		const outer = holder.parentElement
		if (!outer?.matches('ul, ol')) continue
		if (list.matches('ul') && outer.matches('ul')) {
			holder.after(...list.children)
			list.remove()
		} else divide(outer, holder, list)
	}
	for (const list of page.querySelectorAll('ol')) writeOutLabels(list)
}

function divide(outer: Element, holder: Element, list: Element): void {
	const rest = outer.cloneNode(false) as Element
	while (holder.nextSibling) rest.append(holder.nextSibling)
	if (outer.matches('ol')) {
		const before = [...outer.children].filter((child) => child.matches('li')).length
		rest.setAttribute('start', String(startOf(outer) + before))
	}
	outer.after(list, ...(rest.childElementCount > 0 ? [rest] : []))
}

/** Writes letters, Roman numerals and numbers beyond the limit, such as years, into the text of the items. */
function writeOutLabels(list: Element): void {
	const start = startOf(list)
	const items = [...list.children].filter((child) => child.matches('li'))
	const style = list.getAttribute('type') || LIST_STYLES.get(listStyle(list)) || '1'
	if (style === '1' && start >= 0 && start <= LIST_NUMBER_MAX) return
	for (const [index, item] of items.entries()) {
		const first = item.querySelector(':scope > p') ?? item
		first.prepend(`${label(style, start + index)}. `)
		const paragraph = item.ownerDocument.createElement('div')
		paragraph.append(...item.childNodes)
		list.before(paragraph)
	}
	list.remove()
}

/** Google Docs sets the style on the items. */
const listStyle = (list: Element): string =>
	styleAt(list, 'list-style-type') ||
	(list.firstElementChild ? styleAt(list.firstElementChild, 'list-style-type') : '')

const LIST_STYLES = new Map([
	['lower-alpha', 'a'],
	['lower-latin', 'a'],
	['upper-alpha', 'A'],
	['upper-latin', 'A'],
	['lower-roman', 'i'],
	['upper-roman', 'I'],
])

/** Roman numerals end here. */
const LABEL_MAX = 3999

function label(style: string, number: number): string {
	if (number < 1 || number > LABEL_MAX || !/^[ai]$/i.test(style)) return String(number)
	const text = style.toLowerCase() === 'a' ? letters(number) : roman(number)
	return style === style.toUpperCase() ? text.toUpperCase() : text
}

const letters = (number: number): string =>
	(number > 26 ? letters(Math.floor((number - 1) / 26)) : '') + String.fromCharCode(97 + ((number - 1) % 26))

const ROMAN = [
	...([
		[1000, 'm'],
		[900, 'cm'],
		[500, 'd'],
		[400, 'cd'],
		[100, 'c'],
		[90, 'xc'],
		[50, 'l'],
	] as const),
	...([
		[40, 'xl'],
		[10, 'x'],
		[9, 'ix'],
		[5, 'v'],
		[4, 'iv'],
		[1, 'i'],
	] as const),
] as const

function roman(number: number): string {
	const [value, sign] = ROMAN.find(([value]) => value <= number) ?? []
	return value && sign ? sign + roman(number - value) : ''
}
