import { type Query, queryValue } from '@/app/(reader)/search-params'
import type { SearchFields } from '@/components/search/search-form'
import type { SearchFilter } from '@/domain/search/find-articles'
import { cutText } from '@/lib/cut-text'
import { oneLine } from '@/lib/printed-text'
import { fromLocalDateTime, startOfNextDay } from '@/lib/time-zone'

/** Characters of a field at most; the rest is ignored. */
const FIELD_LENGTH_MAX = 200

const DAY = /^\d{4}-\d{2}-\d{2}$/

const NAMES = ['q', 'section', 'author', 'from', 'to', 'after'] as const

/** The fields of the address, each as one line of bounded length. */
export async function searchFields(query: Query): Promise<SearchFields & { after: string }> {
	const entries = NAMES.map(async (name) => {
		const value = oneLine(cutText(await queryValue(query, name), FIELD_LENGTH_MAX))
		return [name, (name === 'from' || name === 'to') && !DAY.test(value) ? '' : value]
	})
	return Object.fromEntries(await Promise.all(entries))
}

/** The address of a search; `after` is the cursor of its page. */
export function searchPath(fields: Partial<SearchFields>, after = ''): string {
	const query = new URLSearchParams()
	for (const name of NAMES) {
		const value = name === 'after' ? after : (fields[name] ?? '')
		if (value) query.set(name, value)
	}
	return query.size > 0 ? `/search?${query}` : '/search'
}

/** Days are those of the site's time zone; a malformed one is ignored. */
export function searchFilter({ section, author, from, to }: SearchFields, timeZone: string): SearchFilter {
	const last = startOfDay(to, timeZone)
	return {
		section,
		author,
		from: startOfDay(from, timeZone),
		to: last && startOfNextDay(last, timeZone),
	}
}

/** A clock change at midnight starts some days at 01:00. */
const startOfDay = (day: string, timeZone: string): Date | null =>
	fromLocalDateTime(`${day}T00:00`, timeZone) ?? fromLocalDateTime(`${day}T01:00`, timeZone)
