import exifr from 'exifr'
import { oneLine } from '@/lib/printed-text'
import { decodeEntities } from './entities'
import type { PhotoFields } from './fields'
import { readXmp, type XmpValue } from './xmp'

/** What IPTC, XMP and EXIF say, by the names that IPTC gives these things; each one line of text. */
export type EmbeddedWords = Record<string, string>

/** XMP and IPTC names of one thing, the likelier first. */
const NAMES = {
	caption: ['dc:description', 'Caption', 'ImageDescription'],
	headline: ['photoshop:Headline', 'Headline'],
	credit: ['photoshop:Credit', 'Credit'],
	creator: ['dc:creator', 'Byline', 'Artist'],
	agency: ['photoshop:Source', 'Source'],
	alt: ['Iptc4xmpCore:AltTextAccessibility'],
	rights: ['dc:rights', 'CopyrightNotice', 'Copyright'],
	licence: ['xmpRights:UsageTerms'],
	city: ['photoshop:City', 'City'],
	takenAt: ['photoshop:DateCreated', 'DateCreated', 'DateTimeOriginal'],
	/** Of a photographed work: its maker, where the file's creator is the museum. */
	workCreator: ['Iptc4xmpExt:AOCreator'],
	workDate: ['Iptc4xmpExt:AODateCreated'],
} as const

/** The parts of a file that hold words, as they were cut out of it. */
export type Segments = { exif?: Buffer; iptc?: Buffer; xmp?: Buffer }

type Embedded = Partial<Record<keyof typeof NAMES, string>>

const ALL_NAMES: ReadonlySet<string> = new Set(Object.values(NAMES).flat())
/** IPTC's own limit for its longest field, the caption. */
const WORDS_LENGTH_MAX = 2_000
/** What fits into one segment of a JPEG file, where both come from. */
const SEGMENT_BYTES_MAX = 65_533
/** XMP, also inside EXIF, is off for the reason given in `xmp.ts`; GPS is a source's secret, not ours to keep. */
const NOTHING = { gps: false, ifd1: false, interop: false, xmp: false, iptc: false, icc: false }
/** From byte 80 to 9F; Node 20 decodes these as the control characters of Latin-1. */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'
/** Written by cameras into every picture they take. */
const CAMERA_CAPTION = /^(olympus digital camera|sony dsc|dcim|digital camera|minolta digital camera)$/i

/** The words a photographer or an agency left in the file. A part that cannot be read is passed over. */
export async function readEmbedded(metadata: Segments): Promise<EmbeddedWords> {
	const exif = await readExif(metadata.exif).catch(() => ({}))
	const iptc = await readIptc(metadata.iptc).catch(() => ({}))
	const xmp = metadata.xmp ? readXmp(metadata.xmp.toString('utf8'), ALL_NAMES) : new Map()
	const words: EmbeddedWords = {}
	for (const [name, value] of Object.entries({ ...exif, ...iptc })) keep(words, name, joined(value))
	for (const [name, values] of xmp) keep(words, name, chosen(values))
	return words
}

export function fieldsOf(words: EmbeddedWords): Partial<PhotoFields> {
	const embedded: Embedded = {}
	for (const [field, names] of Object.entries(NAMES)) {
		const name = names.find((candidate) => words[candidate])
		if (name) embedded[field as keyof Embedded] = words[name]
	}
	const { headline, workCreator, workDate, ...fields } = embedded
	return {
		...fields,
		caption: fields.caption ?? headline,
		creator: isMuseum(embedded) ? workCreator : fields.creator,
		takenAt: dateOf(fields.takenAt ?? workDate),
	}
}

function isMuseum({ creator, agency, workCreator }: Embedded): boolean {
	return workCreator !== undefined && (creator === undefined || agency?.startsWith(creator) === true)
}

/** `20240506`, `2024:05:06 07:08:09` and `2024-05-06T07:08` as `2024-05-06`; anything else as it is. */
function dateOf(words: string | undefined): string | undefined {
	return words?.replace(/^(\d{4})[:-]?(\d{2})[:-]?(\d{2})(?:[T ].*)?$/, '$1-$2-$3')
}

/** exifr reads whole files only, so the segment is given to it as a JPEG file of nothing else. */
async function readIptc(segment: Buffer | undefined): Promise<Record<string, unknown>> {
	if (!segment || segment.length > SEGMENT_BYTES_MAX) return {}
	const head = Buffer.from([0xff, 0xd8, 0xff, 0xed, 0, 0])
	head.writeUInt16BE(segment.length + 2, 4)
	const jpeg = Buffer.concat([head, segment, Buffer.from([0xff, 0xd9])])
	const found = await exifr.parse(jpeg, { ...NOTHING, iptc: true })
	const wanted = Object.entries(found ?? {}).filter(([name]) => ALL_NAMES.has(name))
	return Object.fromEntries(wanted.map(([name, value]) => [name, [value].flat().map(recoded)]))
}

/** exifr takes every byte for a Latin-1 character, while files hold UTF-8 today and Windows-1252 before. */
function recoded(value: unknown): string {
	const words = String(value)
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(words, 'latin1'))
	} catch {
		return words.replace(/[\x80-\x9f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80] ?? ' ')
	}
}

async function readExif(segment: Buffer | undefined): Promise<Record<string, unknown>> {
	if (!segment || segment.length > SEGMENT_BYTES_MAX) return {}
	const tiff = segment.subarray(segment.toString('latin1', 0, 4) === 'Exif' ? 6 : 0)
	const found: Record<string, unknown> | undefined = await exifr.parse(tiff, {
		...NOTHING,
		ifd0: { pick: ['ImageDescription', 'Artist', 'Copyright'] },
		exif: { pick: ['DateTimeOriginal'] },
		reviveValues: false,
	})
	return Object.fromEntries(Object.entries(found ?? {}).filter(([name]) => ALL_NAMES.has(name)))
}

function keep(words: EmbeddedWords, name: string, value: string): void {
	const line = oneLine(decodeEntities(value)).slice(0, WORDS_LENGTH_MAX)
	if (line && !CAMERA_CAPTION.test(line)) words[name] = line
}

const joined = (value: unknown): string => [value].flat().map(String).join(', ')

/** Of translations the default one, or the first; of several creators all. */
function chosen(values: XmpValue[]): string {
	const translations = values.filter((value) => value.language !== null)
	const translation = translations.find((value) => value.language === 'x-default') ?? translations[0]
	return translation?.words ?? values.map((value) => value.words).join(', ')
}
