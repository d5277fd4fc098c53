import { announce } from './announce'
import { create, part } from './parts'

/** Says beside a control that what it was asked to do has failed. */
export function showFailure(within: Element, message: string): void {
	clearFailure(within)
	const failure = create('p', message)
	failure.dataset.part = 'failure'
	within.append(failure)
	announce(message)
}

export const clearFailure = (within: Element): void => part(within, 'failure')?.remove()
