/**
 * Words of the index for a story's section, date and authors, so that the index itself finds the stories of a filter.
 * They begin with a sign that no typed word has. People are indexed by id and their names compared in each search, so
 * that a new name needs no change of the index.
 */
const SIGN = '§'

export const sectionWord = (id: number): string => `${SIGN}s${id}`

export const authorWord = (personId: string): string => `${SIGN}a${personId.replaceAll('-', '')}`

const yearWord = (year: number): string => `${SIGN}y${year}`

const monthWord = (year: number, month: number): string => `${SIGN}y${year}m${month + 1}`

const decadeWord = (decade: number): string => `${SIGN}d${decade}`

const decadeOf = (year: number): number => Math.floor(year / 10)

/** The decade, year and month of a publication date, in UTC. */
export const dateWords = (at: Date): string[] => [
	decadeWord(decadeOf(at.getUTCFullYear())),
	yearWord(at.getUTCFullYear()),
	monthWord(at.getUTCFullYear(), at.getUTCMonth()),
]

/** Ranges up to this length are searched by month, and up to the second by year. */
const MONTHS_MAX = 24
const YEARS_MAX = 40

/** Words of which every date in the range has one: of its months, its years or its decades. */
export function wordsOfRange(from: Date, to: Date): string[] {
	const [first, last] = [from, to].map((at) => at.getUTCFullYear() * 12 + at.getUTCMonth()) as [
		number,
		number,
	]
	if (last - first < MONTHS_MAX)
		return range(first, last).map((month) => monthWord(Math.floor(month / 12), month % 12))
	const years = [from.getUTCFullYear(), to.getUTCFullYear()] as const
	if (years[1] - years[0] < YEARS_MAX) return range(...years).map(yearWord)
	return range(decadeOf(years[0]), decadeOf(years[1])).map(decadeWord)
}

/** Empty if the end is before the start. */
const range = (start: number, end: number): number[] =>
	Array.from({ length: Math.max(0, end - start + 1) }, (_, step) => start + step)
