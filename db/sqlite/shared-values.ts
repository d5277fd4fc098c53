import { LRUCache } from 'lru-cache'
import { singleton } from '@/lib/singleton'

/** Values kept at most, the last changed ones. */
const VALUES_MAX = 20_000

type StoredValue = { value: unknown; until: number }

/** In memory, since the one server of the database has all of them. */
const values = singleton('shared-values', () => new LRUCache<string, StoredValue>({ max: VALUES_MAX }))

/**
 * Changes a value that all servers of the database share, one change of a key at a time. It is forgotten `ttlMs` after
 * its last change.
 *
 * @param change gives the new value, of the old one or null, and of the time in ms by a clock that all servers share
 */
export async function changeShared<T>(
	key: string,
	ttlMs: number,
	change: (value: T | null, now: number) => T,
): Promise<void> {
	const now = performance.now()
	const known = values.get(key)
	const value = change(known && known.until > now ? (known.value as T) : null, now)
	values.set(key, { value, until: now + ttlMs })
}

/** The value of a key; null without one. */
export async function readShared<T>(key: string): Promise<T | null> {
	const known = values.get(key)
	return known && known.until > performance.now() ? (known.value as T) : null
}
