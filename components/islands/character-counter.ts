import { announce } from './announce'
import { create, part, write } from './data-parts'
import * as words from './messages'

/** Number of characters left from which the count is announced. */
const NEAR = 200

/**
 * Shows the text's length beside it, counted as on the server; announces it near and beyond the limit only.
 */
export function count(textarea: HTMLTextAreaElement): void {
	const max = Number(textarea.dataset.lengthMax)
	const field = textarea.parentElement
	if (!max || !field) return
	const length = textarea.value.normalize('NFC').trim().length
	if (length === 0) {
		part(field, 'count')?.remove()
		return
	}
	const place = part(field, 'count') ?? addCount(field)
	const left = max - length
	place.toggleAttribute('data-over', left < 0)
	write(place, left < 0 ? words.tooMany(words.format, -left) : words.countOf(words.format, length, max))
	const state = left < 0 ? 'over' : left <= NEAR ? 'near' : ''
	if (state && place.dataset.state !== state)
		announce(
			left < 0 ? words.charactersTooMany(words.format, -left) : words.charactersLeft(words.format, left),
		)
	place.dataset.state = state
}

function addCount(field: HTMLElement): HTMLElement {
	const place = create('p')
	place.dataset.part = 'count'
	field.querySelector('[id$="-hint"]')?.after(place)
	return place
}
