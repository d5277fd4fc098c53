import { fieldValue } from './fields'

/** Words of a comment that is not posted yet, and the comment they answer. */
export type Draft = { body: string; parent: string }

/** Kept for this tab alone, a story at a time, until they are posted. */
const key = (form: HTMLFormElement): string => `square-comment:${form.getAttribute('action')}`

export function saveDraft(form: HTMLFormElement): void {
	const words: Draft = { body: fieldValue(form, 'body'), parent: fieldValue(form, 'parent') }
	quietly(() =>
		words.body.trim()
			? sessionStorage.setItem(key(form), JSON.stringify(words))
			: sessionStorage.removeItem(key(form)),
	)
}

export const loadDraft = (form: HTMLFormElement): Draft | null =>
	quietly(() => JSON.parse(sessionStorage.getItem(key(form)) ?? 'null') as Draft | null) ?? null

/** A browser may have no storage, or refuse it. */
function quietly<T>(use: () => T): T | undefined {
	try {
		return use()
	} catch {
		return undefined
	}
}
