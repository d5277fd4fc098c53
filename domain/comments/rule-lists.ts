import { cutText } from '@/lib/cut-text'
import { oneLine } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'
import { canonicalHost } from '@/lib/site-match'
import { listedWord } from '@/lib/word-match'

/** Entries of a list at most: each one is looked for in each comment. */
const ENTRIES_MAX = 500
/** In characters. */
const ENTRY_LENGTH_MAX = 100

const WORD_LISTS = ['commentWordsHeld', 'commentWordsRefused'] as const
const SITE_LISTS = ['commentSitesHeld', 'commentSitesRefused'] as const

/** Settings that are lists of words or sites, one a line in their forms. */
export const RULE_LISTS = [...WORD_LISTS, ...SITE_LISTS] as const
export type RuleList = (typeof RULE_LISTS)[number]

export const isRuleList = (key: string): key is RuleList => RULE_LISTS.some((list) => list === key)

const isSiteList = (key: RuleList): boolean => SITE_LISTS.some((list) => list === key)

/** The entries of a list as stored, each once. @throws Refusal `invalid` naming the entry */
export function checkRuleList(key: RuleList, typed: unknown): string[] {
	if (!Array.isArray(typed)) throw new Refusal('invalid', 'This is no list.', key)
	const entries = new Map<string, string>()
	for (const each of typed) {
		const line = oneLine(String(each))
		if (!line) continue
		if (line.length > ENTRY_LENGTH_MAX)
			throw new Refusal(
				'invalid',
				`“${cutText(line, 30)}…” is longer than ${ENTRY_LENGTH_MAX} characters.`,
				key,
			)
		const { entry, compared } = isSiteList(key) ? checkSite(key, line) : checkWord(key, line)
		if (!entries.has(compared)) entries.set(compared, entry)
	}
	if (entries.size > ENTRIES_MAX)
		throw new Refusal('invalid', `Please keep to ${ENTRIES_MAX} lines; there are ${entries.size}.`, key)
	return [...entries.values()]
}

type Checked = { entry: string; compared: string }

function checkSite(key: RuleList, line: string): Checked {
	const host = canonicalHost(line)
	if (!host) throw new Refusal('invalid', `“${line}” is not a site; write it as example.org.`, key)
	return { entry: host, compared: host }
}

function checkWord(key: RuleList, line: string): Checked {
	const { folded, isPrefix } = listedWord(line)
	if (!folded) throw new Refusal('invalid', `“${line}” has nothing to look for.`, key)
	return { entry: line, compared: `${folded}${isPrefix ? '*' : ''}` }
}
