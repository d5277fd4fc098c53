import { and, inArray, isNull } from 'drizzle-orm'
import { readDb } from '@/db'
import { people } from '@/db/schema'
import { cachedByTag } from '@/lib/cached-by-tag'
import { foldText } from '@/lib/fold-text'
import { LANGUAGES } from '@/lib/messages/languages'
import { messages, messagesOf } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import { STAFF_ROLES } from '@/lib/roles'
import { siteSettings } from './settings'

/** Letters of other scripts that are drawn as Latin ones, after folding. */
const LOOKALIKES: Record<string, string> = {
	...{ а: 'a', в: 'b', е: 'e', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x' },
	...{
		i: 'l',
		і: 'l',
		ι: 'l',
		ı: 'l',
		ѕ: 's',
		ј: 'j',
		ԁ: 'd',
		ԛ: 'q',
		ԝ: 'w',
		һ: 'h',
		α: 'a',
		β: 'b',
		ε: 'e',
		η: 'n',
	},
	...{ κ: 'k', μ: 'u', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x', ɑ: 'a', ɡ: 'g' },
	...{ '0': 'o', '1': 'l' },
}
const LOOKALIKE = new RegExp(`[${Object.keys(LOOKALIKES).join('')}]`, 'gu')

/** A name for comparison: without case, accents, spaces and signs, and with lookalikes as Latin letters. */
const comparable = (name: string): string =>
	foldText(name)
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
		.replace(LOOKALIKE, (letter) => LOOKALIKES[letter] ?? letter)

/** People of the newsroom, with their names for comparison. */
const staffNames = cachedByTag('staff', async () => {
	const rows = await readDb()
		.select({ id: people.id, name: people.name })
		.from(people)
		.where(and(inArray(people.role, [...STAFF_ROLES]), isNull(people.disabledAt)))
	return rows.map(({ id, name }) => ({ id, name: comparable(name) }))
})

/** The marks of the newsroom beside a name on pages and in feeds, in a language, for comparison. */
const marksIn = (language: string): string[] => {
	const { comments, follow } = messagesOf(language)
	return [comments.staff, comments.author, follow.staffName('')].map(comparable)
}

const MARKS = LANGUAGES.flatMap(marksIn)

/**
 * Whether a name reads in plain text as one with a mark of the newsroom: “Ada (staff)” as in feeds, in any language, or
 * “Ada Staff” as a text browser prints the mark, in the site's language, since other languages have it as a surname.
 */
function isMarked(name: string, language: string): boolean {
	const segments = foldText(name).split(/[^\p{L}\p{M}\p{N}\s.'-]+/u)
	if (segments.some((segment) => MARKS.includes(comparable(segment)))) return true
	const marks = marksIn(language)
	return segments.some((segment) => {
		const words = segment.split(/[\s.'-]+/u)
		return words.some((_, index) => marks.includes(comparable(words.slice(index).join(''))))
	})
}

/**
 * Refuses the name of a person of the newsroom, or of the site, for a reader, and one with a mark of the newsroom.
 *
 * @param personId the account that is to have the name, which may be that person
 *
 * @throws Refusal `invalid`
 */
export async function refuseStaffName(name: string, personId: string | null = null): Promise<void> {
	const wanted = comparable(name)
	// A name of signs alone looks like no other.
	if (!wanted) return
	const { siteName, language } = await siteSettings()
	if (isMarked(name, language)) throw new Refusal('invalid', messages().refusals.markedName, 'name')
	const staff = (await staffNames()).filter(({ id }) => id !== personId)
	if (comparable(siteName) === wanted || staff.some((each) => each.name === wanted))
		throw new Refusal('invalid', messages().refusals.staffName, 'name')
}
