/**
 * Google Docs says bold, italic and superscript in styles, and `<b style="font-weight:normal">` around
 * everything. Read as text, because a page that forbids inline styles forbids them to the editor's parser too.
 */
export function readStyles(page: Document): void {
	for (const element of [...page.querySelectorAll('[style]')]) {
		const style = declarations(element.getAttribute('style') ?? '')
		element.removeAttribute('style')
		if (element.matches('b, strong') && /^(?:normal|400)$/.test(style.get('font-weight') ?? ''))
			element.replaceWith(...element.childNodes)
		if (!element.matches('span')) continue
		if (style.get('font-style') === 'italic') wrapInside(element, 'em')
		if (/^(?:bold|bolder|[6-9]00)$/.test(style.get('font-weight') ?? '')) wrapInside(element, 'strong')
		const height = style.get('vertical-align')
		if (height === 'super' || height === 'sub') wrapInside(element, height === 'super' ? 'sup' : 'sub')
	}
}

/** Whole properties: Word's own `mso-bidi-font-weight` says nothing about `font-weight`. */
export function declarations(style: string): Map<string, string> {
	const pairs = style
		.toLowerCase()
		.split(';')
		.map((declaration) => {
			const [property = '', ...value] = declaration.split(':')
			const written = value.join(':').trim()
			return [property.trim(), written.replace(/!important$/, '').trim()] as const
		})
	return new Map(pairs.filter(([property]) => property !== ''))
}

/** One property of an element's own style. */
export const styleAt = (element: Element, property: string): string =>
	declarations(element.getAttribute('style') ?? '').get(property) ?? ''

function wrapInside(element: Element, tag: string): void {
	const wrapper = element.ownerDocument.createElement(tag)
	wrapper.append(...element.childNodes)
	element.append(wrapper)
}
