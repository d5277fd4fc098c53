import { announce } from './announce'
import { create, part } from './data-parts'

/** Says beside a control that what it was asked to do has failed. */
export function showFormError(within: Element, message: string): void {
	clearFormError(within)
	const failure = create('p', message)
	failure.dataset.part = 'failure'
	within.append(failure)
	announce(message)
}

export const clearFormError = (within: Element): void => part(within, 'failure')?.remove()
