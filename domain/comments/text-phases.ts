import type { Reason } from '@/lib/moderation-phases'
import { isVisible } from '@/lib/printed-text'
import { siteIn } from '@/lib/site-match'
import { firstListed, foldWords, type ListedWord, listedWord } from '@/lib/word-match'
import type { SiteSettings } from '../settings'

/** In characters: two printed pages. */
export const COMMENT_LENGTH_MAX = 5_000

export type Verdict = { action: 'hold' | 'refuse'; reason: Reason }

/** The part of a comment that the phases of its text read. */
export type CommentText = { body: string; name: string; settings: SiteSettings }

export function checkLength({ body }: { body: string }): Verdict | null {
	const length = isVisible(body) ? body.length : 0
	if (length > 0 && length <= COMMENT_LENGTH_MAX) return null
	return { action: 'refuse', reason: { phase: 'length', length, max: COMMENT_LENGTH_MAX } }
}

const SCHEME = /https?:\/\//gi

/** Refused sites first, then held ones, then the number of links. */
export function checkLinks({ body, settings }: CommentText): Verdict | null {
	const refused = siteIn(body, settings.commentSitesRefused)
	if (refused) return { action: 'refuse', reason: { phase: 'links', site: refused } }
	const held = siteIn(body, settings.commentSitesHeld)
	if (held) return { action: 'hold', reason: { phase: 'links', site: held } }
	const count = body.match(SCHEME)?.length ?? 0
	const max = settings.commentLinksMax
	return count > max ? { action: 'hold', reason: { phase: 'links', count, max } } : null
}

/** Words of the text and of the name; refused ones first. */
export function checkWords({ body, name, settings }: CommentText): Verdict | null {
	const lists = { refuse: settings.commentWordsRefused, hold: settings.commentWordsHeld } as const
	for (const action of ['refuse', 'hold'] as const) {
		const words = foldedList(lists[action])
		if (words.length === 0) continue
		for (const inName of [false, true]) {
			const word = firstListed(foldWords(inName ? name : body), words)
			if (word) return { action, reason: { phase: 'wordList', word: word.entry, inName } }
		}
	}
	return null
}

/** Folded lists, by the array in the settings, which stays the same until they change. */
const foldedLists = new WeakMap<readonly string[], ListedWord[]>()

function foldedList(entries: readonly string[]): ListedWord[] {
	const known = foldedLists.get(entries)
	if (known) return known
	const folded = entries.map(listedWord)
	foldedLists.set(entries, folded)
	return folded
}
