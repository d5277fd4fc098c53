import { announce } from './announce'
import { part } from './parts'

/** Says beside a control that what it was asked to do has failed. */
export function showFailure(within: ParentNode, message: string): void {
	const place = part(within, 'failure')
	if (place) {
		place.textContent = message
		place.hidden = false
	}
	announce(message)
}

export function clearFailure(within: ParentNode): void {
	const place = part(within, 'failure')
	if (!place) return
	place.hidden = true
	place.textContent = ''
}
