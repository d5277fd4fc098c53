import { requestContext } from './request-context'
import { singleton } from './singleton'

/**
 * Cache tag: domain reads add tags to a page, writes invalidate them. The type makes a misspelt tag, which
 * would never match, a compile error.
 */
export type CacheTag =
	| 'ads'
	/** The approved comments of all stories, which lists of the newest ones show. */
	| 'comments'
	/** The list of all corrections. */
	| 'corrections'
	/** The arrangements of the front page. */
	| 'front-page'
	/** The set of live stories. */
	| 'lists'
	/** The set of stories with answers of their own to machines. */
	| 'machines'
	/** Reports of comments, decisions and complaints, which the transparency pages count. */
	| 'notices'
	/** The published pages, which the footer of every page lists. */
	| 'pages'
	/** All sections, which the masthead of every page lists. */
	| 'sections'
	| 'settings'
	/** The names and addresses of all series. */
	| 'series'
	/** The sign-in rule of the staff. */
	| 'sign-in-rule'
	/** The staff, whose comments threads mark. One tag, because a thread may name hundreds of people. */
	| 'staff'
	/** The names and addresses of all tags. */
	| 'tags'
	| `article:${number}`
	| `comments:${number}`
	/** The votes of a story by time, and those set aside. */
	| `counts:${number}`
	| `moods:${number}`
	| `neighbours:${number}`
	/** A person's name, bio, link and role: see `personTag`. */
	| `person:${string}`
	| `photo:${number}`
	| `ratings:${number}`
	/** The stories related to a story. */
	| `related:${number}`
	/** A series and its parts. */
	| `series:${number}`

/**
 * Cache tag of a person: the first 8 characters of the id, because all tags of a page share one header to
 * proxies. A collision only invalidates two people together.
 */
export const personTag = (id: string): CacheTag => `person:${id.slice(0, 8)}`

/** A tag as compared by the cache: a `CacheTag` or `ALL_TAGS`. */
export type Tag = string

/**
 * Tags changed by a commit. `immediate`: cached pages are stale at once. `deferred`: tallies, which may change
 * many times a second; cached pages may show the old ones for up to a second.
 */
export type Invalidation = { immediate: Tag[]; deferred: Tag[]; confirmation?: Confirmation }

/**
 * Whether this process knows the changes of others. `unconfirmed`: some may be missing; repeated each second, after
 * which all that was read before is read again. `unreachable`: the same, while the database cannot be reached.
 * `confirmed`: all of them have been declared.
 */
export type Confirmation = 'confirmed' | 'unconfirmed' | 'unreachable'

/** Wildcard for all tags, for example after a write by another process. */
export const ALL_TAGS: Tag = '*'

type Listener = (invalidation: Invalidation) => void

const listeners = singleton('invalidation-listeners', () => new Set<Listener>())

/** Adds tags to the page being rendered. */
export function dependsOn(...tags: CacheTag[]): void {
	const { dependencies } = requestContext()
	for (const tag of tags) dependencies.add(tag)
}

/** Limits the validity of the page being rendered, for changes by time alone, such as a scheduled story. */
export function expiresAt(at: Date | null | undefined): void {
	if (!at) return
	const context = requestContext()
	context.validUntil = Math.min(context.validUntil, at.getTime())
}

/** Calls all listeners, such as the page cache, with the tags of a commit. */
export function invalidate(invalidation: Invalidation): void {
	const { immediate, deferred, confirmation } = invalidation
	if (immediate.length + deferred.length > 0 || confirmation)
		for (const listener of listeners) listener(invalidation)
}

/** Whether a commit changes what a tag stands for at once, or may have. */
export const isImmediate = ({ immediate, confirmation }: Invalidation, tag: CacheTag): boolean =>
	immediate.includes(tag) || immediate.includes(ALL_TAGS) || confirmation === 'unconfirmed'

/** Adds a listener, and returns a function that removes it. */
export function onInvalidate(listener: Listener): () => void {
	listeners.add(listener)
	return () => listeners.delete(listener)
}
