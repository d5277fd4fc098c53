import { formatCount } from '@/lib/format-count'
import { announce } from './announce'
import { create, part, write } from './data-parts'

/** From here on the end is near enough to be said aloud. */
const NEAR = 200

/** Counts a text as the server will, and says so beside it; aloud only when the end comes near or is passed. */
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
	write(place, left < 0 ? `${formatCount(-left)} too many` : `${formatCount(length)} of ${formatCount(max)}`)
	const state = left < 0 ? 'over' : left <= NEAR ? 'near' : ''
	if (state && place.dataset.state !== state)
		announce(left < 0 ? `${formatCount(-left)} characters too many` : `${left} characters left`)
	place.dataset.state = state
}

function addCount(field: HTMLElement): HTMLElement {
	const place = create('p')
	place.dataset.part = 'count'
	field.querySelector('[id$="-hint"]')?.after(place)
	return place
}
