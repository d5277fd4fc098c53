const SUPER = charactersOf('0⁰ 1¹ 2² 3³ 4⁴ 5⁵ 6⁶ 7⁷ 8⁸ 9⁹ +⁺ -⁻ −⁻ –⁻ =⁼ (⁽ )⁾ nⁿ iⁱ .. ,,')
const SUB = charactersOf('0₀ 1₁ 2₂ 3₃ 4₄ 5₅ 6₆ 7₇ 8₈ 9₉ +₊ -₋ −₋ –₋ =₌ (₍ )₎ aₐ eₑ iᵢ nₙ xₓ .. ,,')
/** Endings left as plain text: 1st, 2nd, XIXe, 1er, Mme, 2º; and footnote marks like [1] and *. */
const SAME_ON_THE_LINE =
	/^(?:st|nd|rd|th|e|er|ers|re|res|ère|ème|de|d|o|os|a|as|me|mes|lle|lles|gr|r|[ºª°*†‡§™®℠©]+|(?:\[[^\]]*\])+)$/iu

/**
 * Converts superscript and subscript, which bodies lack, to Unicode characters: 10⁶, CO₂. Text without such
 * characters becomes `^(…)` and `_(…)`, because a plain 10a for 10 to the power of a would be another number.
 * @returns the number of pieces written as `^(…)` or `_(…)`
 */
export function writeRaised(page: Document): number {
	let signs = 0
	for (const element of [...page.querySelectorAll('sup, sub')].reverse()) {
		const isSuper = element.matches('sup')
		const text = element.textContent?.trim() ?? ''
		const shapes = isSuper ? SUPER : SUB
		if (text === '' || SAME_ON_THE_LINE.test(text)) continue
		if (isSuper && /^(?:tm|sm)$/i.test(text)) element.textContent = /^t/i.test(text) ? '™' : '℠'
		else if ([...text].every((character) => shapes.has(character))) reshape(element, shapes)
		else {
			element.prepend(isSuper ? '^(' : '_(')
			element.append(')')
			signs += 1
		}
	}
	return signs
}

function reshape(element: Element, shapes: ReadonlyMap<string, string>): void {
	const texts = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
	for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null)
		text.data = [...text.data].map((character) => shapes.get(character) ?? character).join('')
}

function charactersOf(pairs: string): ReadonlyMap<string, string> {
	return new Map(pairs.split(' ').map((pair) => [[...pair][0] ?? '', [...pair][1] ?? '']))
}
