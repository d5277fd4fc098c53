import type { photos } from '@/db/schema'
import { oneLine } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'
import { isDay } from '@/lib/time-zone'

export type PhotoRecord = typeof photos.$inferSelect

/** Editable fields of a photograph; an empty or null text is absent. */
export type PhotoFields = Record<WordField, string | null> & { focalX: number; focalY: number }

/** Limits in characters; 2,000 is IPTC's limit for a caption, the others fill a line or two. */
const WORDS = {
	caption: 2_000,
	credit: 200,
	noCreditReason: 300,
	creator: 200,
	agency: 200,
	alt: 500,
	rights: 500,
	licence: 300,
	rightsEndOn: 10,
	city: 100,
	takenAt: 40,
} as const
type WordField = keyof typeof WORDS
const FIELDS = Object.keys(WORDS) as WordField[]

const LABELS: Record<WordField, string> = {
	caption: 'caption',
	credit: 'credit',
	noCreditReason: 'reason',
	creator: 'photographer’s name',
	agency: 'agency',
	alt: 'description',
	rights: 'rights',
	licence: 'licence',
	rightsEndOn: 'end of the rights',
	city: 'city',
	takenAt: 'date',
}

/** Coordinates are thousandths of the width and of the height. */
const FOCAL_MAX = 1_000
export const FOCAL_CENTRE = 500

/**
 * The fields of `given` that differ from `kept`, normalized. Texts from a file's metadata may exceed the
 * limits; they are checked only when changed.
 *
 * @throws Refusal `invalid` naming the field
 */
export function changedFields(given: Partial<PhotoFields>, kept?: PhotoFields): Partial<PhotoFields> {
	const changed: Partial<PhotoFields> = {}
	for (const field of FIELDS) {
		const words = given[field]
		if (words === undefined) continue
		const line = oneLine(words ?? '') || null
		if (!kept || line !== kept[field]) changed[field] = checkedWords(field, line)
	}
	for (const field of ['focalX', 'focalY'] as const) {
		const focal = given[field]
		if (focal !== undefined && focal !== kept?.[field]) changed[field] = checkedFocal(field, focal)
	}
	return { ...changed, ...creditChange(changed, kept) }
}

/** A photograph has either a credit or a reason for its absence; a new credit clears the reason. */
function creditChange(changed: Partial<PhotoFields>, kept?: PhotoFields): Partial<PhotoFields> {
	const credit = changed.credit === undefined ? kept?.credit : changed.credit
	if (!credit) return {}
	if (changed.noCreditReason)
		throw new Refusal(
			'invalid',
			'This photograph has a credit. Please clear the credit, or this reason.',
			'noCreditReason',
		)
	return kept?.noCreditReason ? { noCreditReason: null } : {}
}

function checkedWords(field: WordField, line: string | null): string | null {
	if (field === 'rightsEndOn' && line && !isDay(line))
		throw new Refusal('invalid', 'Please give the last day of the rights, such as 2027-06-30.', field)
	const length = lengthOf(line)
	if (length > WORDS[field])
		throw new Refusal(
			'invalid',
			`Please keep the ${LABELS[field]} under ${WORDS[field]} characters; it has ${length}.`,
			field,
		)
	return line
}

/** In code points, so that an emoji counts as one. */
const lengthOf = (words: string | null): number => [...(words ?? '')].length

export type LengthWarnings = Partial<Record<WordField, string>>

/** Warnings for fields whose text, from the file's metadata, exceeds the limit. */
export function lengthWarnings(photo: PhotoFields): LengthWarnings {
	const long = FIELDS.filter((field) => lengthOf(photo[field]) > WORDS[field])
	return Object.fromEntries(
		long.map((field) => [
			field,
			`This came from the file with ${lengthOf(photo[field])} characters and is printed whole. If you change it, please keep it under ${WORDS[field]}.`,
		]),
	)
}

function checkedFocal(field: 'focalX' | 'focalY', focal: number): number {
	if (!Number.isInteger(focal) || focal < 0 || focal > FOCAL_MAX)
		throw new Refusal('invalid', 'Please put the focal point inside the picture.', field)
	return focal
}
