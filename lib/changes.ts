import { exchange } from './exchange'
import { shared } from './shared'

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
export type Changes = { now: Tag[]; soon: Tag[] }

/** Stands for everything: another process wrote, and only it knows what. */
export const EVERYTHING: Tag = '*'

type Listener = (changes: Changes) => void

const listeners = shared('change-listeners', () => new Set<Listener>())

/** Notes what the page being made depends on. */
export function dependsOn(...tags: CacheTag[]): void {
	const { dependencies } = exchange()
	for (const tag of tags) dependencies.add(tag)
}

/** Notes that the page being made will read differently from this instant on, though nobody writes. */
export function changesAt(at: Date | null | undefined): void {
	if (!at) return
	const running = exchange()
	running.validUntil = Math.min(running.validUntil, at.getTime())
}

/** Tells the document cache, and whoever else listens, what a commit has changed. */
export function announce(changes: Changes): void {
	if (changes.now.length + changes.soon.length > 0) for (const listener of listeners) listener(changes)
}

/** Listens until the function it returns is called. */
export function onChanges(listener: Listener): () => void {
	listeners.add(listener)
	return () => listeners.delete(listener)
}
