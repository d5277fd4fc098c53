/**
 * Converts inline styles to elements: Google Docs sets bold, italic and superscript in styles, and wraps
 * everything in `<b style="font-weight:normal">`. Parses the attribute as text, because the page's CSP
 * disables inline styles in DOMParser documents too.
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

/**
 * Declarations of a style attribute by whole property name: Word's `mso-bidi-font-weight` is not
 * `font-weight`.
 */
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

/** One property of an element's style attribute, in lower case; empty if absent. */
export const styleAt = (element: Element, property: string): string =>
	declarations(element.getAttribute('style') ?? '').get(property) ?? ''

function wrapInside(element: Element, tag: string): void {
	const wrapper = element.ownerDocument.createElement(tag)
	wrapper.append(...element.childNodes)
	element.append(wrapper)
}
