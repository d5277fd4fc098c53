import { normalized } from './normalized'

/**
 * Blank characters that are neither white space nor ignorable: Braille blank, object replacement, null
 * notehead.
 */
const BLANK = '\u2800\ufffc\u{1d159}'
/** Format characters with a visible glyph, such as Arabic number signs. */
const SHAPED = '\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}'

const VISIBLE = new RegExp(
	`[^\\p{White_Space}\\p{Default_Ignorable_Code_Point}\\p{Cc}\\p{Cf}\\p{Cs}${BLANK}]|[${SHAPED}]`,
	'u',
)

/** Whether a text contains a visible character. */
export const isVisible = (text: string): boolean => VISIBLE.test(text)

/** Bidirectional embeddings, overrides and isolates, which change the direction of the text after them. */
const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g
/** Combining marks on a letter at most: enough for Tibetan; higher stacks overlap the lines above. */
const MARKS_MAX = 10
const STACKED = new RegExp(`([\\p{Mn}\\p{Me}]{${MARKS_MAX}})[\\p{Mn}\\p{Me}]+`, 'gu')

/**
 * Normalizes a public text of one line, such as a headline or a caption; empty without a visible character.
 * Control characters, line ends and repeated spaces become one space; no-break and other typographic spaces
 * stay.
 */
export function oneLine(text: string): string {
	const line = normalized(text)
		.replace(/\p{Surrogate}/gu, '\ufffd')
		.replace(/[\p{Cc}\u2028\u2029 ]+/gu, ' ')
		.replace(BIDI_CONTROLS, '')
		.replace(STACKED, '$1')
		.replace(/^ | $/g, '')
	return isVisible(line) ? line : ''
}

/** Normalizes a text of several lines, as typed into a form: line ends become `\n`, other control characters go. */
export const plainLines = (text: string): string =>
	normalized(text)
		.replace(/\r\n?/g, '\n')
		.replace(/[^\P{Cc}\n\t]/gu, '')
		.trim()

const JOINED_SCRIPTS = 'Arab Syrc Mong Nkoo Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr Mymr Tibt'
	.split(' ')
	.map((script) => `\\p{scx=${script}}`)
	.join('')

/** Positions in which invisible characters change the rendering of their neighbours. */
const MEANINGFUL = [
	// Joiners in scripts that join letters, and between the parts of an emoji.
	`(?<=[${JOINED_SCRIPTS}])(?<=[\\p{L}\\p{M}])[\\u200c\\u200d]`,
	'(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f])\\u200d(?=\\p{Extended_Pictographic})',
	'(?<=[\\p{Ideographic}\\p{Emoji}\\p{S}\\p{scx=Mong}\\p{scx=Mymr}])\\p{Variation_Selector}',
	'(?<=\\u{1f3f4}[\\u{e0020}-\\u{e007f}]{0,6})[\\u{e0020}-\\u{e007f}]',
]
const IGNORABLE = new RegExp(`(${MEANINGFUL.join('|')})|\\p{Default_Ignorable_Code_Point}`, 'gu')

/** Normalizes a name as `oneLine`, without invisible characters that would make two names look the same. */
export const nameLine = (text: string): string => oneLine(oneLine(text).replace(IGNORABLE, '$1'))
