import { type CacheTag, dependsOn, isImmediate, onInvalidate } from './invalidation'
import { singleton } from './singleton'

/**
 * Memoizes a read until its cache tag is invalidated, and adds that tag to the page being rendered. For small
 * values that almost every page reads. A rejected read is not memoized.
 */
export function cachedByTag<T>(tag: CacheTag, read: () => Promise<T>): () => Promise<T> {
	const cache = singleton(`cached.${tag}`, () => {
		const cached: { value: Promise<T> | null } = { value: null }
		onInvalidate((changes) => {
			if (isImmediate(changes, tag) || changes.deferred.includes(tag)) cached.value = null
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
