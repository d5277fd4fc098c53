import type { photos } from '@/db/schema'
import { oneLine } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'

export type PhotoRecord = typeof photos.$inferSelect

/** What an editor says of a photograph; empty words mean that nothing is said. */
export type PhotoFields = Record<keyof typeof WORDS, string | null> & { focalX: number; focalY: number }

/** Characters; 2,000 is IPTC's limit for a caption, the others fill a line or two in print. */
const WORDS = {
	caption: 2_000,
	credit: 200,
	creator: 200,
	agency: 200,
	alt: 500,
	rights: 500,
	licence: 300,
	city: 100,
	takenAt: 40,
} as const

const LABELS: Record<keyof typeof WORDS, string> = {
	caption: 'caption',
	credit: 'credit',
	creator: 'photographer’s name',
	agency: 'agency',
	alt: 'description',
	rights: 'rights',
	licence: 'licence',
	city: 'city',
	takenAt: 'date',
}

/** Thousandths of the width and of the height. */
const FOCAL_MAX = 1_000
export const FOCAL_CENTRE = 500

/** @throws Refusal that names the field */
export function checkedFields(given: Partial<PhotoFields>): Partial<PhotoFields> {
	const checked: Partial<PhotoFields> = {}
	for (const field of Object.keys(WORDS) as (keyof typeof WORDS)[]) {
		const words = given[field]
		if (words !== undefined) checked[field] = checkedWords(field, words)
	}
	for (const field of ['focalX', 'focalY'] as const) {
		const focal = given[field]
		if (focal !== undefined) checked[field] = checkedFocal(field, focal)
	}
	return checked
}

function checkedWords(field: keyof typeof WORDS, words: string | null): string | null {
	const line = oneLine(words ?? '')
	if (line.length > WORDS[field])
		throw new Refusal('invalid', `Please keep the ${LABELS[field]} under ${WORDS[field]} characters.`, field)
	return line || null
}

function checkedFocal(field: 'focalX' | 'focalY', focal: number): number {
	if (!Number.isInteger(focal) || focal < 0 || focal > FOCAL_MAX)
		throw new Refusal('invalid', 'Please put the focal point inside the picture.', field)
	return focal
}

/** Words found in a file are cut where a person would be asked to shorten theirs. */
export function fittedFields(found: Partial<PhotoFields>): Partial<PhotoFields> {
	const fitted: Partial<PhotoFields> = {}
	for (const field of Object.keys(WORDS) as (keyof typeof WORDS)[])
		if (found[field]) fitted[field] = found[field].slice(0, WORDS[field]).trim()
	return fitted
}
