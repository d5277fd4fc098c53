import { ALL_TAGS, type CacheTag, dependsOn, onInvalidate } from './invalidation'
import { singleton } from './singleton'

/**
 * Something small that almost every page reads, read once and kept until its tag changes. Whatever page uses
 * it depends on the tag, as if it had been read anew.
 */
export function cachedByTag<T>(tag: CacheTag, read: () => Promise<T>): () => Promise<T> {
	const cache = singleton(`cached.${tag}`, () => {
		const cached: { value: Promise<T> | null } = { value: null }
		onInvalidate(({ immediate, deferred }) => {
			if ([...immediate, ...deferred].some((invalidated) => invalidated === tag || invalidated === ALL_TAGS))
				cached.value = null
		})
		return cached
	})
	return () => {
		dependsOn(tag)
		cache.value ??= read().catch((error) => {
			cache.value = null
			throw error
		})
		return cache.value
	}
}
