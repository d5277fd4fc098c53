import { requestContext } from './request-context'
import { singleton } from './singleton'

/**
 * What a page shows and a write changes. Reads and writes spell it through this type, so that a misspelt tag, which
 * would never match, does not compile.
 */
export type CacheTag =
	| 'ads'
	/** The set of live stories. */
	| 'lists'
	/** All sections: the masthead of every page names them. */
	| 'sections'
	| 'settings'
	/** Who is on the staff: threads mark their comments. One tag, since a thread may name hundreds of people. */
	| 'staff'
	| `article:${number}`
	| `comments:${number}`
	| `moods:${number}`
	| `neighbours:${number}`
	/** A person's name, bio, link and role: see `personTag`. */
	| `person:${string}`
	| `photo:${number}`
	| `ratings:${number}`

/**
 * The tag of a person. A part of the id is enough: two people of one tag would only be made anew together, and a page
 * sends all its tags to proxies in one header.
 */
export const personTag = (id: string): CacheTag => `person:${id.slice(0, 8)}`

/** A tag as the cache compares it. */
export type Tag = string

/**
 * What a commit changed. `now`: nobody is shown the old state again. `soon`: counts that many readers move
 * at the same moment; others than the reader who moved them may see the old ones for a second.
 */
export type Invalidation = { immediate: Tag[]; deferred: Tag[] }

/** Stands for everything: another process wrote, and only it knows what. */
export const ALL_TAGS: Tag = '*'

type Listener = (invalidation: Invalidation) => void

const listeners = singleton('invalidation-listeners', () => new Set<Listener>())

/** Notes what the page being made depends on. */
export function dependsOn(...tags: CacheTag[]): void {
	const { dependencies } = requestContext()
	for (const tag of tags) dependencies.add(tag)
}

/** Notes that the page being made will read differently from this instant on, though nobody writes. */
export function expiresAt(at: Date | null | undefined): void {
	if (!at) return
	const context = requestContext()
	context.validUntil = Math.min(context.validUntil, at.getTime())
}

/** Tells the document cache, and whoever else listens, what a commit has changed. */
export function invalidate(invalidation: Invalidation): void {
	if (invalidation.immediate.length + invalidation.deferred.length > 0)
		for (const listener of listeners) listener(invalidation)
}

/** Listens until the function it returns is called. */
export function onInvalidate(listener: Listener): () => void {
	listeners.add(listener)
	return () => listeners.delete(listener)
}
