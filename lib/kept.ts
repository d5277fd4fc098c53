import { type CacheTag, dependsOn, EVERYTHING, onChanges } from './changes'
import { shared } from './shared'

/**
 * Something small that almost every page reads, read once and kept until its tag changes. Whatever page uses
 * it depends on the tag, as if it had been read anew.
 */
export function kept<T>(tag: CacheTag, read: () => Promise<T>): () => Promise<T> {
	const state = shared(`kept.${tag}`, () => {
		const fresh: { value: Promise<T> | null } = { value: null }
		onChanges(({ now, soon }) => {
			if ([...now, ...soon].some((changed) => changed === tag || changed === EVERYTHING)) fresh.value = null
		})
		return fresh
	})
	return () => {
		dependsOn(tag)
		state.value ??= read().catch((error) => {
			state.value = null
			throw error
		})
		return state.value
	}
}
