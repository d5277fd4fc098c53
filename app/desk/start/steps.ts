import { showDeskError } from '@/app/_http/page-errors'
import { type FirstRun, findFirstRun } from '@/domain/first-run'
import type { Viewer } from '@/domain/permissions'

/** The first run; ends the render with 404 on a site without one. */
export async function firstRunOf(viewer: Viewer): Promise<FirstRun> {
	const run = await findFirstRun(viewer)
	return run ?? showDeskError(404, 'Not on the desk', 'This site is set up; its settings are at the desk.')
}

export const stepPath = (step: string): string => `/desk/start/${step}`

/** Path of the question after `step`, or of the end. */
export function nextPath({ steps }: FirstRun, step: string): string {
	const index = steps.findIndex((each) => each.step === step)
	return stepPath(steps[index + 1]?.step ?? 'ready')
}

/** Path of the question before `step`; null at the first. */
export function previousPath({ steps }: FirstRun, step: string): string | null {
	const index = steps.findIndex((each) => each.step === step)
	const previous = steps[(index < 0 ? steps.length : index) - 1]
	return previous ? stepPath(previous.step) : null
}
