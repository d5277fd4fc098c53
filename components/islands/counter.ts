import { grouped } from '@/lib/grouped'
import { announce } from './announce'
import { part, write } from './parts'

/** From here on the end is near enough to be said aloud. */
const NEAR = 200

/** Counts a text as the server will, and says so beside it; aloud only when the end comes near or is passed. */
export function count(textarea: HTMLTextAreaElement): void {
	const place = textarea.parentElement && part(textarea.parentElement, 'count')
	if (!place) return
	const max = Number(place.dataset.max)
	const length = textarea.value.normalize('NFC').trim().length
	const left = max - length
	place.hidden = length === 0
	place.toggleAttribute('data-over', left < 0)
	write(place, left < 0 ? `${grouped(-left)} too many` : `${grouped(length)} of ${grouped(max)}`)
	const state = left < 0 ? 'over' : left <= NEAR ? 'near' : ''
	if (state && place.dataset.state !== state)
		announce(left < 0 ? `${grouped(-left)} characters too many` : `${left} characters left`)
	place.dataset.state = state
}
