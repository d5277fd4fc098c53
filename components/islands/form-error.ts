import { announce } from './announce'
import { create, part } from './data-parts'

/** Shows and announces an error message beside a control. */
export function showFormError(within: Element, message: string): void {
	clearFormError(within)
	const failure = create('p', message)
	failure.dataset.part = 'failure'
	within.append(failure)
	announce(message)
}

export const clearFormError = (within: Element): void => part(within, 'failure')?.remove()
