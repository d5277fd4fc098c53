import { decodeHTMLStrict } from 'entities'
import exifr from 'exifr'
import { oneLine } from '@/lib/printed-text'
import type { PhotoFields } from './fields'
import { takenAtIn } from './taken-at'
import { readXmp, type XmpValue } from './xmp'

/** Texts of IPTC, XMP and EXIF by XMP or IPTC name; each one line. */
export type MetadataTexts = Record<string, string>

/** XMP and IPTC names of each field, by precedence. */
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
	instructions: ['photoshop:Instructions', 'SpecialInstructions'],
	keywords: ['dc:subject', 'Keywords'],
	country: ['photoshop:Country', 'Country'],
	takenAt: ['photoshop:DateCreated', 'DateCreated', 'DateTimeOriginal'],
	/** The maker of a photographed work, where the file's creator is the museum. */
	workCreator: ['Iptc4xmpExt:AOCreator'],
	workDate: ['Iptc4xmpExt:AODateCreated'],
} as const

/** Raw metadata segments of a file. */
export type Segments = { exif?: Buffer; iptc?: Buffer; xmp?: Buffer }

type PhotoMetadata = Partial<Record<keyof typeof NAMES, string>>

/** Metadata for the desk only. */
export type MetadataNotes = Pick<PhotoMetadata, 'headline' | 'instructions' | 'keywords' | 'country'>

const ALL_NAMES: ReadonlySet<string> = new Set(Object.values(NAMES).flat())
/** Bytes of one JPEG segment, the container of IPTC and EXIF; longer segments are ignored. */
const SEGMENT_BYTES_MAX = 65_533
/**
 * exifr's XMP parser is quadratic and pollutes prototypes: see `xmp.ts`; GPS could reveal a source's location.
 */
const NO_METADATA = { gps: false, ifd1: false, interop: false, xmp: false, iptc: false, icc: false }
/** Bytes 80 to 9F; Node 20 decodes these as the control characters of Latin-1. */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'
/** Default captions that cameras write into every file. */
const CAMERA_CAPTION = /^(olympus digital camera|sony dsc|dcim|digital camera|minolta digital camera)$/i

/** Reads the texts of a photographer or an agency. Unreadable segments are skipped. */
export async function readMetadata(metadata: Segments): Promise<MetadataTexts> {
	const exif = await readExif(metadata.exif).catch(() => ({}))
	const iptc = await readIptc(metadata.iptc).catch(() => ({}))
	const xmp = metadata.xmp ? readXmp(metadata.xmp.toString('utf8'), ALL_NAMES) : new Map()
	const words: MetadataTexts = {}
	for (const [name, value] of Object.entries({ ...exif, ...iptc })) addText(words, name, joined(value))
	for (const [name, values] of xmp) addText(words, name, chosen(values))
	return words
}

export function fieldsOf(words: MetadataTexts): Partial<PhotoFields> {
	const embedded = metadataIn(words)
	const { instructions, keywords, country, headline, workCreator, workDate, ...fields } = embedded
	const creator = isMuseum(embedded) ? workCreator : fields.creator
	return {
		...fields,
		caption: fields.caption ?? headline,
		creator,
		// IPTC recommends the by-line where the credit line is missing.
		credit: fields.credit ?? creator ?? fields.rights,
		takenAt: firstOf([...NAMES.takenAt, ...NAMES.workDate], (name) => takenAtIn(words[name])),
	}
}

export function notesOf(words: MetadataTexts): MetadataNotes {
	const { headline, instructions, keywords, country } = metadataIn(words)
	return { headline, instructions, keywords, country }
}

/** Whether `fieldsOf` took the credit from the by-line or the copyright notice. */
export const creditIsOffered = (words: MetadataTexts): boolean => !metadataIn(words).credit

const metadataIn = (words: MetadataTexts): PhotoMetadata =>
	Object.fromEntries(
		Object.entries(NAMES).flatMap(([field, names]) => {
			const value = firstOf(names, (name) => words[name])
			return value ? [[field, value]] : []
		}),
	)

function firstOf(names: readonly string[], found: (name: string) => string | undefined): string | undefined {
	for (const name of names) {
		const value = found(name)
		if (value) return value
	}
}

function isMuseum({ creator, agency, workCreator }: PhotoMetadata): boolean {
	return workCreator !== undefined && (creator === undefined || agency?.startsWith(creator) === true)
}

/** exifr reads whole files only, so the segment is wrapped in a minimal JPEG. */
async function readIptc(segment: Buffer | undefined): Promise<Record<string, unknown>> {
	if (!segment || segment.length > SEGMENT_BYTES_MAX) return {}
	const head = Buffer.from([0xff, 0xd8, 0xff, 0xed, 0, 0])
	head.writeUInt16BE(segment.length + 2, 4)
	const jpeg = Buffer.concat([head, segment, Buffer.from([0xff, 0xd9])])
	const found = await exifr.parse(jpeg, { ...NO_METADATA, iptc: true })
	const wanted = Object.entries(found ?? {}).filter(([name]) => ALL_NAMES.has(name))
	return Object.fromEntries(wanted.map(([name, value]) => [name, [value].flat().map(recoded)]))
}

/** exifr decodes each byte as Latin-1; files hold UTF-8 today and Windows-1252 before. */
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
		...NO_METADATA,
		ifd0: { pick: ['ImageDescription', 'Artist', 'Copyright'] },
		exif: { pick: ['DateTimeOriginal'] },
		reviveValues: false,
	})
	return Object.fromEntries(Object.entries(found ?? {}).filter(([name]) => ALL_NAMES.has(name)))
}

function addText(words: MetadataTexts, name: string, value: string): void {
	const line = oneLine(decodeHTMLStrict(value))
	if (line && line.length <= SEGMENT_BYTES_MAX && !CAMERA_CAPTION.test(line)) words[name] = line
}

const joined = (value: unknown): string => [value].flat().map(String).join(', ')

/** Of translations the default one, or the first; of several creators all. */
function chosen(values: XmpValue[]): string {
	const translations = values.filter((value) => value.language !== null)
	const translation = translations.find((value) => value.language === 'x-default') ?? translations[0]
	return translation?.words ?? values.map((value) => value.words).join(', ')
}
