import { setImmediate as nextTurn } from 'node:timers/promises'
import { and, asc, eq, gt, isNotNull, isNull, ne, or, type SQL } from 'drizzle-orm'
import { readDb } from '@/db'
import { people } from '@/db/schema'
import { foldText, searchTerms } from '@/lib/fold-text'
import type { Role } from '@/lib/roles'
import { authorize, type Viewer } from './permissions'
import { isKept } from './trash/rows'

export const PEOPLE_GROUPS = ['newsroom', 'authors', 'organisations', 'readers', 'disabled'] as const
/** `newsroom`: staff with an account; `authors` and `organisations`: bylines without one. */
export type PeopleGroup = (typeof PEOPLE_GROUPS)[number]

export const isPeopleGroup = (text: string): text is PeopleGroup =>
	PEOPLE_GROUPS.some((group) => group === text)

export type ListedPerson = {
	id: string
	name: string
	email: string | null
	beat: string | null
	role: Role
	createdAt: Date
	disabledAt: Date | null
}

export type PeopleFilter = {
	group: PeopleGroup
	/** Words in the name, beat or address, in any script. */
	query?: string
	/** Cursor: the list continues after this person. */
	past?: string | null
	limit?: number
}

const PEOPLE_PER_PAGE = 50
/** People searched per turn of the event loop: some milliseconds. */
const SEARCHED_AT_ONCE = 500

/** A page of a group, by name. `past` is the cursor of the next page, null at the end. */
export async function listPeople(
	viewer: Viewer,
	{ group, query = '', past = null, limit = PEOPLE_PER_PAGE }: PeopleFilter,
): Promise<{ people: ListedPerson[]; past: string | null }> {
	authorize(viewer, 'manage people')
	const terms = searchTerms(query)
	const atOnce = terms.length > 0 ? SEARCHED_AT_ONCE : limit + 1
	const found: ListedPerson[] = []
	let last = past ? await cursorOf(past) : null
	while (found.length <= limit) {
		const rows = await rowsAfter(group, last, atOnce)
		found.push(...rows.filter((row) => mentions(row, terms)))
		last = rows.at(-1) ?? null
		if (rows.length < atOnce) break
		await nextTurn()
	}
	const shown = found.slice(0, limit)
	return { people: shown, past: found.length > limit ? (shown.at(-1)?.id ?? null) : null }
}

type Cursor = { name: string; id: string }

async function cursorOf(id: string): Promise<Cursor | null> {
	const [person] = await readDb()
		.select({ name: people.name, id: people.id })
		.from(people)
		.where(eq(people.id, id))
	return person ?? null
}

const rowsAfter = (group: PeopleGroup, last: Cursor | null, limit: number): Promise<ListedPerson[]> =>
	readDb()
		.select({
			id: people.id,
			name: people.name,
			email: people.email,
			beat: people.beat,
			role: people.role,
			createdAt: people.createdAt,
			disabledAt: people.disabledAt,
		})
		.from(people)
		.where(and(inGroup(group), isKept('person', people.id), last ? after(last) : undefined))
		.orderBy(asc(people.name), asc(people.id))
		.limit(limit)

const after = ({ name, id }: Cursor) =>
	or(gt(people.name, name), and(eq(people.name, name), gt(people.id, id)))

function inGroup(group: PeopleGroup): SQL | undefined {
	const enabled = isNull(people.disabledAt)
	const withoutAccount = and(enabled, isNull(people.email))
	switch (group) {
		case 'newsroom':
			return and(enabled, isNotNull(people.email), ne(people.role, 'reader'))
		case 'authors':
			return and(withoutAccount, eq(people.kind, 'person'))
		case 'organisations':
			return and(withoutAccount, eq(people.kind, 'organisation'))
		case 'readers':
			return and(enabled, isNotNull(people.email), eq(people.role, 'reader'))
		case 'disabled':
			return isNotNull(people.disabledAt)
	}
}

/** Fields are joined by line ends, so that a term does not match across two. */
function mentions({ name, email, beat }: ListedPerson, terms: string[]): boolean {
	if (terms.length === 0) return true
	const text = foldText([name, email, beat].filter(Boolean).join('\n'))
	return terms.every((term) => text.includes(term))
}
