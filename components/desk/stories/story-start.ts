import type { DeviceCopy } from './autosave/device-copies'
import type { Handover } from './handover'
import type { InitialStory } from './story-initial'
import { bodyIn, markdownIn } from './story-values'

/** The start of a form that takes over the state of the one it replaces. */
export function startAfter(start: InitialStory, { values, body }: Handover): InitialStory {
	const text = body ? undefined : markdownIn(values)
	return { ...start, values: { ...values, slug: start.values.slug ?? [] }, body: body ?? start.body, text }
}

/** The start of a form that opens with a device copy, on the revision that it was begun on. */
export function startWith(start: InitialStory, { values, token, baseRevisionId }: DeviceCopy): InitialStory {
	const body = bodyIn(values)
	return {
		...start,
		revisionId: Number(baseRevisionId) || start.revisionId,
		values: { ...start.values, ...values },
		body: body ?? start.body,
		text: body ? undefined : markdownIn(values),
		token,
	}
}
