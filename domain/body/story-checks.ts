import { cutText } from '@/lib/cut-text'
import type { Block, BodyDocument } from './document'
import { plainText } from './plain-text'

/** A sentence for the editor, and the field of the story form that it is about. */
export type CheckItem = { text: string; field: string }

/** The fields of a story that the checks read, as typed or as saved. */
export type CheckedStory = {
	headline: string
	standfirst: string
	section: string | number | null
	bylines: number
	sources: number
	heroPhotoId: number | null
	body: BodyDocument
}

/** Longer headlines are cut in search results and share cards. */
export const HEADLINE_LENGTH = 65
/** Longer standfirsts are cut as descriptions in search results. */
export const STANDFIRST_LENGTH = 155
/** Items of one kind, so that a bad paste does not fill the panel. */
const ITEMS_MAX = 5
/** Characters shown around a place in the text. */
const EXCERPT = 24

/** The reasons against publishing besides photographs, and warnings. */
export function storyChecks(story: CheckedStory, sectionWords: string) {
	const blocks: CheckItem[] = []
	if (!story.section) blocks.push({ text: sectionWords, field: 'section' })
	if (story.body.content.length === 0) blocks.push({ text: 'The story has no text yet.', field: 'body' })
	if (story.bylines === 0) blocks.push({ text: 'Name an author.', field: 'bylines' })
	const warnings = [
		...lengthWarnings(story),
		...partWarnings(story),
		...headingWarnings(story.body.content),
		...textWarnings(story),
	]
	return { blocks, warnings }
}

const lengthOf = (text: string): number => [...text].length

function lengthWarnings({ headline, standfirst }: CheckedStory): CheckItem[] {
	const items: CheckItem[] = []
	const over = lengthOf(headline.trim())
	if (over > HEADLINE_LENGTH)
		items.push({
			text: `The headline has ${over} characters; search results show about ${HEADLINE_LENGTH}.`,
			field: 'headline',
		})
	const length = lengthOf(standfirst.trim())
	if (length === 0)
		items.push({ text: 'There is no standfirst; lists and share cards will show none.', field: 'standfirst' })
	if (length > STANDFIRST_LENGTH)
		items.push({
			text: `The standfirst has ${length} characters; search results show about ${STANDFIRST_LENGTH}.`,
			field: 'standfirst',
		})
	return items
}

function partWarnings({ heroPhotoId, sources }: CheckedStory): CheckItem[] {
	const items: CheckItem[] = []
	if (!heroPhotoId) items.push({ text: 'There is no lead photograph.', field: 'heroPhotoId' })
	if (sources === 0) items.push({ text: 'No source is named.', field: 'sources' })
	return items
}

/** A small heading belongs under a large one. */
function headingWarnings(blocks: Block[]): CheckItem[] {
	const first = blocks.find((block) => block.type === 'heading')
	if (first?.attrs.level !== 3) return []
	const text = plainText({ version: 1, content: [first] }, () => '')
	return [{ text: `The first heading, “${shortened(text)}”, is a small one.`, field: 'body' }]
}

const shortened = (text: string): string => (text.length > 60 ? `${cutText(text, 59)}…` : text)

function textWarnings({ headline, standfirst, body }: CheckedStory): CheckItem[] {
	const paragraphs = plainText(body, ({ attrs }) => attrs.caption).split('\n')
	const fields: [field: string, name: string, texts: string[]][] = [
		['headline', 'the headline', [headline]],
		['standfirst', 'the standfirst', [standfirst]],
		['body', 'the text', paragraphs],
	]
	return fields.flatMap(([field, name, texts]) =>
		[
			placesOf(texts, UNFINISHED).map((place) => `A mark to come back to is still in ${name}: ${place}`),
			placesOf(texts, DOUBLE_SPACE).map((place) => `Two spaces in ${name}: ${place}`),
			unbalancedIn(texts).map((place) => `A quotation mark without its partner in ${name}: ${place}`),
		].flatMap((found) => found.slice(0, ITEMS_MAX).map((text) => ({ text, field }))),
	)
}

/** “To come”, as newsrooms write it: TK, TKTK. */
const UNFINISHED = /(?<![\p{L}\p{N}])(?:TK)+(?![\p{L}\p{N}])/u
const DOUBLE_SPACE = /\S {2,}(?=\S)/u

/** The first match in each text, with its surroundings. */
const placesOf = (texts: string[], pattern: RegExp): string[] =>
	texts.flatMap((text) => {
		const found = pattern.exec(text)
		return found ? [excerpt(text, found.index)] : []
	})

function excerpt(text: string, index: number): string {
	const [start, end] = [Math.max(0, index - EXCERPT), Math.min(text.length, index + EXCERPT)]
	const inner = text.slice(start, end).trim().toWellFormed()
	return `${start > 0 ? '…' : ''}${inner}${end < text.length ? '…' : ''}`
}

/**
 * Opening marks with their closing ones, in the styles of English, German, French, Swedish and Polish, of reversed
 * guillemets, and of Chinese and Japanese. Single closing marks are apostrophes too, so single marks are not checked.
 */
const CLOSING: Record<string, string[]> = {
	'“': ['”'],
	'„': ['“', '”', '‟'],
	'”': ['”'],
	'«': ['»'],
	'»': ['«', '»'],
	'「': ['」'],
	'『': ['』'],
	'"': ['"'],
}
/** Quotations within quotations; deeper ones are a list of marks. */
const DEPTH_MAX = 10
/** Inches and seconds: a mark after a digit, outside of a quotation. */
const AFTER_DIGIT = /\d/

/** The place of an unbalanced mark of each text; a quotation may go on in the next one, which repeats its mark. */
function unbalancedIn(texts: string[]): string[] {
	return texts.flatMap((text, index) => {
		const at = unbalancedAt(text, (texts[index + 1] ?? '').trimStart()[0] ?? '')
		return at === null ? [] : [excerpt(text, at)]
	})
}

function unbalancedAt(text: string, next: string): number | null {
	const open: { mark: string; at: number }[] = []
	for (let at = 0; at < text.length && open.length < DEPTH_MAX; at += 1) {
		if (!isMark(text.charCodeAt(at))) continue
		const [mark, last] = [text.charAt(at), open.at(-1)]
		if (last && CLOSING[last.mark]?.includes(mark)) open.pop()
		else if (mark === '"' && AFTER_DIGIT.test(text.charAt(at - 1))) continue
		else if (CLOSING[mark]) open.push({ mark, at })
		else return at
	}
	const [first, ...others] = open
	if (!first) return null
	const goesOn = others.length === 0 && (next === first.mark || (first.mark === '«' && next === '»'))
	return goesOn ? null : first.at
}

/** Whether a character is one of `" « » “ ” „ ‟ 「 」 『 』`. */
const isMark = (code: number): boolean =>
	code === 0x22 ||
	code === 0xab ||
	code === 0xbb ||
	(code >= 0x201c && code <= 0x201f) ||
	(code >= 0x300c && code <= 0x300f)
