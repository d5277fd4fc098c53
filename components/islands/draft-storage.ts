import { fieldValue } from './fields'

/** Text of a comment that is not posted yet, and the id of the comment it replies to. */
export type Draft = { body: string; parent: string }

/** Storage key: one draft for each story, in this tab only, until it is posted. */
const key = (form: HTMLFormElement): string => `square-comment:${form.getAttribute('action')}`

export function saveDraft(form: HTMLFormElement): void {
	const words: Draft = { body: fieldValue(form, 'body'), parent: fieldValue(form, 'parent') }
	orUndefined(() =>
		words.body.trim()
			? sessionStorage.setItem(key(form), JSON.stringify(words))
			: sessionStorage.removeItem(key(form)),
	)
}

export const loadDraft = (form: HTMLFormElement): Draft | null =>
	orUndefined(() => JSON.parse(sessionStorage.getItem(key(form)) ?? 'null') as Draft | null) ?? null

/** Session storage may be absent or blocked. */
function orUndefined<T>(use: () => T): T | undefined {
	try {
		return use()
	} catch {
		return undefined
	}
}
