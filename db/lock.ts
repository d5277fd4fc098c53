import { channel } from 'node:diagnostics_channel'

/** Kinds of things that `tx.lock` names. A slug is locked before it is looked up, so that no other write takes it. */
export type LockKind =
	| 'accessibility messages'
	| 'account address'
	| 'ad'
	| 'article'
	| 'article slug'
	| 'autosave'
	| 'comment'
	| 'comment decision'
	| 'comment reports'
	| 'external account'
	| 'page'
	| 'page slug'
	| 'invitation'
	| 'front page'
	| 'owners'
	| 'person'
	| 'person slug'
	| 'photo'
	| 'reader'
	| 'related'
	| 'reply address'
	| 'section names'
	| 'series'
	| 'settings'
	| 'tag names'
	| 'tag slug'
	| 'translations'
	| 'trash'

/**
 * Excludes other writes that lock the same thing until the transaction ends. Called before a read that decides about a
 * later write of the transaction; of several, `person` before `reader` and `external account`, and `article` before slugs.
 */
export type Lock = (kind: LockKind, id: number | string) => Promise<void>

/** Diagnostics channel of all calls of `tx.lock`. */
export const LOCKS = channel('public-square:lock')
