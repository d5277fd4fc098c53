import { formatCount } from '@/lib/format-count'
import { styleAt } from './paste-styles'

/** HTML to insert, and a notice about the omitted content. */
export type Paste = { html: string; notice: string }

type Finds = (element: Element) => boolean
type Kind = { one: string; many: string; finds: Finds }

const hasStyle =
	(property: string, value: RegExp): Finds =>
	(element) =>
		value.test(styleAt(element, property))

const matches =
	(selector: string): Finds =>
	(element) =>
		element.matches(selector)

const any =
	(...finds: Finds[]): Finds =>
	(element) =>
		finds.some((find) => find(element))

/** Elements removed without a notice, including the reference marks of comments. */
const SILENT = any(
	matches('script, style, noscript, template, title, meta, link, img[width="1"][height="1"]'),
	matches('.MsoCommentReference, .msocomanchor, .msocomoff, a[href^="#_msocom_"], a[href^="#cmnt"]'),
	hasStyle('mso-special-character', /comment/),
)

/** Comments as exported by Word, and by Google Docs at the end of a page. */
const COMMENT = any(
	matches('.MsoCommentText, .msocomtxt, annotation, comment'),
	hasStyle('mso-element', /^comment$/),
	(element) => element.matches('div') && element.querySelector(':scope > p > a[href^="#cmnt_ref"]') !== null,
)

/**
 * Omitted content, counted and named in this order; content inside a counted element is not counted again.
 */
const LEFT_OUT: readonly Kind[] = [
	{ one: 'comment', many: 'comments', finds: COMMENT },
	{
		one: 'deleted passage',
		many: 'deleted passages',
		finds: matches('del, .msoDel, .TrackChangeTextDeletion'),
	},
	{
		one: 'hidden passage',
		many: 'hidden passages',
		finds: any(matches('[hidden]'), hasStyle('mso-hide', /all/), hasStyle('display', /^none$/)),
	},
	{
		one: 'picture',
		many: 'pictures',
		finds: matches('picture, img:not([width="1"][height="1"]), svg, canvas'),
	},
	{ one: 'video or sound', many: 'videos and sounds', finds: matches('video, audio') },
	{ one: 'embedded page', many: 'embedded pages', finds: matches('iframe, object, embed') },
	{
		one: 'form field',
		many: 'form fields',
		finds: matches('input:not([type="hidden"]), select, textarea, button'),
	},
]

type Left = { kind: Kind; count: number }[]

/** Removes content that a body cannot hold, and content not meant for readers; returns the counts by kind. */
export function leaveOut(page: Document): Left {
	for (const emoji of page.querySelectorAll('img[alt]'))
		if (EMOJI.test(emoji.getAttribute('alt') ?? '')) emoji.replaceWith(emoji.getAttribute('alt') ?? '')
	const left = LEFT_OUT.map((kind) => {
		const elements = outermost(page, kind.finds).filter(
			(element) => element.textContent?.trim() || isReplaced(element),
		)
		for (const element of elements) element.remove()
		return { kind, count: elements.length }
	})
	for (const element of outermost(page, SILENT)) element.remove()
	// The list that held the comments still contains its rule.
	for (const list of outermost(page, hasStyle('mso-element', /^comment-list$/))) list.remove()
	return left
}

/** Mail programs and social networks write emoji as images. */
const EMOJI =
	/^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u200d\ufe0f\u20e3#*\d]|\p{Emoji_Modifier})+$/u

const isReplaced = (element: Element): boolean =>
	element.matches('picture, img, svg, canvas, video, audio, iframe, object, embed, input, select, textarea')

function outermost(page: Document, finds: Finds): Element[] {
	const elements: Element[] = []
	for (const element of page.body.querySelectorAll('*'))
		if (!elements.at(-1)?.contains(element) && finds(element)) elements.push(element)
	return elements
}

/** One sentence for each kind of omitted or converted content; empty if there is none. */
export function pasteNotice(left: Left, tables: number, raised: number): string {
	const named = left.filter(({ count }) => count > 0)
	const total = named.reduce((sum, { count }) => sum + count, 0)
	const list = named.map(({ kind, count }) => counted(count, kind.one, kind.many)).join(', ')
	return [
		total > 0 && `${list} ${total === 1 ? 'was' : 'were'} left out.`,
		named.some(({ kind }) => kind.one === 'picture') && 'Pictures come in through “Photograph”.',
		tables > 0 && `${counted(tables, 'table is', 'tables are')} written out, a paragraph for each row.`,
		raised > 0 && 'Raised or lowered text is marked ^( ) or _( ); please look at it again.',
	]
		.filter(Boolean)
		.join(' ')
}

const counted = (count: number, one: string, many: string): string =>
	`${formatCount(count)} ${count === 1 ? one : many}`
