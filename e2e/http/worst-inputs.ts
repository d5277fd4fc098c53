import { SIGNS_MAX } from '@/domain/body/checked-text'
import { BLOCK_LENGTH_MAX, BLOCKS_MAX, NODES_MAX } from '@/domain/body/validate'

/** An input that has blocked some server before. `part` is its name in the report. */
export type Input = { part: string; text: string }

const upTo = (length: number, unit: string): string =>
	unit.repeat(Math.ceil(length / unit.length)).slice(0, length)

/** Texts that may take quadratic time in a parser of Markdown, links or characters. */
export const texts = (length: number): Input[] => [
	...[
		'*',
		'**',
		'*a ',
		'**a *b ',
		'*a**b',
		'_a*b_',
		'*_',
		'[',
		'[a](',
		'[a](b',
		'![',
		'![a](',
		'](',
		'[]',
		'<',
		'<a',
		'<a b="',
		'<!--',
		'&',
		'&amp',
		'`',
		'`a',
		'\\',
		'\\*',
		'> ',
		'>',
		'- ',
		'1. ',
		'# ',
		'http://a.b ',
		'http://a',
		'www.',
		'a@',
		'a@b.c ',
		'://',
		'"',
		'~~a ',
		'| a ',
		'\n',
		'\n\n',
		'a\n',
		' ',
		'\t',
		' \n',
		'e\u0301\u0302\u0303',
		'\u202e',
		'👩‍👩‍👧‍👦',
		'漢',
		'क्षि',
		'\u0000',
	].map((unit) => ({ part: `a text of ${JSON.stringify(unit)}`, text: upTo(length, unit) })),
	...(
		[
			['[', ']'],
			['*', '*'],
			['**', '**'],
			['[', '](http://a)'],
			['<', '>'],
		] as const
	).map(([open, close]) => ({
		part: `a text nested in ${JSON.stringify(open + close)}`,
		text: nested(length, open, close),
	})),
	{
		part: 'a text of ever longer backticks',
		text: upTo(length, Array.from({ length: 120 }, (_, n) => `${'`'.repeat(n)} `).join('')),
	},
	{
		part: 'a text of ever deeper quotes',
		text: upTo(length, Array.from({ length: 80 }, (_, n) => `${'> '.repeat(n)}a\n`).join('')),
	},
	{
		part: 'a text of ever deeper lists',
		text: upTo(length, Array.from({ length: 80 }, (_, n) => `${' '.repeat(2 * n)}- a\n`).join('')),
	},
]

function nested(length: number, open: string, close: string): string {
	const depth = Math.floor((length - 1) / (open.length + close.length))
	return `${open.repeat(depth)}a${close.repeat(depth)}`
}

/** The most expensive stories to parse and render: as many characters, items, links and paragraphs as allowed. */
export const LARGEST_STORIES: Input[] = [
	{ part: 'as many pairs of stars as a story may have', unit: '*a* b ', number: NODES_MAX / 3 - 100 },
	{ part: 'as many links as a story may have', unit: '[a](http://a.b/) ', number: NODES_MAX / 3 - 100 },
	{ part: 'as many line breaks as a story may have', unit: 'a\\\n', number: NODES_MAX / 2 - 100 },
	{ part: 'as many list items as a story may have', unit: '- a\n', number: NODES_MAX / 3 - 100 },
	{ part: 'as many paragraphs as a story may have', unit: 'a b\n\n', number: BLOCKS_MAX },
	{ part: 'more pairs of stars than a story may have', unit: '*a* b ', number: SIGNS_MAX / 2 },
	{ part: 'more list items than a story may have', unit: '- a\n', number: SIGNS_MAX },
	{ part: 'more paragraphs than a story may have', unit: 'a b\n\n', number: NODES_MAX },
].map(({ part, unit, number }) => ({ part, text: inParagraphs(unit, number) }))

function inParagraphs(unit: string, number: number): string {
	const inOne = Math.floor(BLOCK_LENGTH_MAX / unit.length / 2)
	const paragraphs = Array.from({ length: Math.ceil(number / inOne) }, (_, index) =>
		unit.repeat(Math.min(inOne, number - index * inOne)),
	)
	return paragraphs.join('\n\n')
}

const MB = 1024 * 1024

type Body = { part: string; type: string; body: string }

const FORM = 'application/x-www-form-urlencoded'
const BOUNDARY = 'b'.repeat(60)
const multipart = (parts: string[]): string =>
	`${parts.map((part) => `--${BOUNDARY}\r\n${part}\r\n`).join('')}--${BOUNDARY}--\r\n`
const field = (name: string, value = ''): string =>
	`Content-Disposition: form-data; name="${name}"\r\n\r\n${value}`

/** Bodies just under the size limit, in each content type of forms and data. */
export const BODIES: Body[] = [
	{ part: 'one field of 1 MB', type: FORM, body: `body=${'x'.repeat(MB - 10)}` },
	{ part: '1 MB of escapes', type: FORM, body: `body=${upTo(MB - 10, '%e2%80%8f')}` },
	{ part: '1 MB of broken escapes', type: FORM, body: `body=${upTo(MB - 10, '%%e')}` },
	{ part: 'as many fields as 1 MB holds', type: FORM, body: upTo(MB - 10, 'a=&') },
	{ part: 'as many names as 1 MB holds', type: FORM, body: manyNames() },
	{ part: '1 MB of pluses', type: FORM, body: `body=${'+'.repeat(MB - 10)}` },
	{ part: 'nested data', type: 'application/json', body: '['.repeat(MB / 2 - 10) + ']'.repeat(MB / 2 - 10) },
	{ part: 'nested objects', type: 'application/json', body: upTo(MB - 10, '{"a":') },
	{ part: 'data with many names', type: 'application/json', body: manyKeys() },
	{
		part: 'data of one long text',
		type: 'application/json',
		body: `{"body":"${'\\u0041'.repeat(170_000)}"}`,
	},
	{ part: 'many parts', type: `multipart/form-data; boundary=${BOUNDARY}`, body: multipart(manyParts()) },
	{
		part: 'one long part',
		type: `multipart/form-data; boundary=${BOUNDARY}`,
		body: multipart([field('body', upTo(MB - 500, `\r\n--${BOUNDARY.slice(1)}`))]),
	},
	{
		part: 'long heads of parts',
		type: `multipart/form-data; boundary=${BOUNDARY}`,
		body: multipart([`Content-Disposition: form-data; ${upTo(MB - 500, 'a="b"; ')}\r\n\r\n`]),
	},
	{ part: 'no boundary', type: 'multipart/form-data', body: 'x'.repeat(MB - 10) },
	{ part: 'another boundary', type: 'multipart/form-data; boundary=x', body: upTo(MB - 10, '--y\r\n') },
	{ part: 'plain text', type: 'text/plain', body: upTo(MB - 10, 'body=x\r\n') },
]

function manyNames(): string {
	return Array.from({ length: 100_000 }, (_, number) => `n${number}=`)
		.join('&')
		.slice(0, MB - 10)
}

function manyKeys(): string {
	return `{${Array.from({ length: 80_000 }, (_, number) => `"k${number}":1`).join(',')}}`
}

function manyParts(): string[] {
	return Array.from({ length: 7_000 }, (_, number) => field(`n${number}`))
}

/** Bodies in React's encoding of Server Action arguments (Flight). */
export const FLIGHT: Body[] = [
	['an array nested deep', '['.repeat(200_000) + ']'.repeat(200_000)],
	['a map of a long list', `["$Q1"]`],
	['a reference to itself', '["$0"]'],
	['a chain of references', `[${Array.from({ length: 5_000 }, () => '"$K1"').join(',')}]`],
	['a large number', `["$n${'9'.repeat(500_000)}"]`],
	['a long text', `["${'x'.repeat(900_000)}"]`],
	['a path into a value', `["$1:${'a:'.repeat(50_000)}"]`],
].map(([part, value]) => ({
	part: `arguments with ${part}`,
	type: `multipart/form-data; boundary=${BOUNDARY}`,
	body: multipart([field('0', value), field('1', `[${upTo(300_000, '["a","b"],')}["c","d"]]`)]),
}))

const HEADER_BYTES = 15_000

/** Headers up to the size limit of a request. */
export const HEADERS: { part: string; line: string }[] = [
	{ part: 'one long cookie', line: `Cookie: a=${'x'.repeat(HEADER_BYTES)}` },
	{ part: 'many cookies', line: `Cookie: ${upTo(HEADER_BYTES, 'a=1; ')}a=1` },
	{ part: 'cookies without values', line: `Cookie: ${upTo(HEADER_BYTES, ';')}` },
	{ part: 'escaped cookies', line: `Cookie: square-appearance=${upTo(HEADER_BYTES, '%e2%80')}` },
	{ part: 'many encodings', line: `Accept-Encoding: ${upTo(HEADER_BYTES, 'br;q=0.1, ')}br` },
	{ part: 'spaces between encodings', line: `Accept-Encoding: br;${' '.repeat(HEADER_BYTES)}q=1` },
	{ part: 'many marks', line: `If-None-Match: ${upTo(HEADER_BYTES, 'W/"a", ')}"b"` },
	{ part: 'open marks', line: `If-None-Match: ${upTo(HEADER_BYTES, '"')}` },
	{ part: 'many ranges', line: `Range: bytes=${upTo(HEADER_BYTES, '0-0,')}0-0` },
	{ part: 'many kinds', line: `Accept: ${upTo(HEADER_BYTES, 'text/html;q=0.1,')}*/*` },
	{ part: 'many languages', line: `Accept-Language: ${upTo(HEADER_BYTES, 'de;q=0.1,')}en` },
	{ part: 'many addresses', line: `X-Forwarded-For: ${upTo(HEADER_BYTES, '192.0.2.1, ')}192.0.2.1` },
	{ part: 'a long origin', line: `Origin: http://${upTo(HEADER_BYTES, 'a.')}test` },
	{ part: 'many headers', line: Array.from({ length: 900 }, (_, n) => `X-${n}: ${n}`).join('\r\n') },
]

/** Suffixes of a path. */
export const QUERIES: string[] = [
	'?page=999999999999999',
	'?page=99999999999999999999999999999999',
	'?page=-1',
	'?page=1e308',
	'?reply=999999999999999',
	`?page=${'9'.repeat(8_000)}`,
	`?${upTo(12_000, 'page=2&')}`,
	`?${upTo(12_000, '&=')}`,
	`?next=${upTo(12_000, '%2f')}`,
	`?next=${upTo(12_000, '/..')}`,
	`?token=${upTo(12_000, 'a')}`,
	`?done=${upTo(12_000, 'a')}`,
	`?article=${upTo(12_000, '%e6%bc%a2')}`,
	`?state=${upTo(12_000, 'a[]=')}`,
	...['a ', '"a ', '-a ', '%e6%bc%a2', 'a%cc%81', '%e0%b8%81%20'].map(
		(part) => `?q=${upTo(12_000, part).replaceAll(' ', '+')}`,
	),
]

export const PATHS: string[] = [
	`/${upTo(12_000, 'a/')}`,
	`/${upTo(12_000, '../')}`,
	`/${upTo(12_000, '%2e%2e%2f')}`,
	`/news/${upTo(12_000, 'a-')}`,
	`/news/${upTo(12_000, '%e6%bc%a2')}`,
	`/tags/${upTo(12_000, '%20')}`,
	`/people/${upTo(12_000, "'")}`,
	`/sections/${upTo(12_000, '%00')}`,
	`/media/${upTo(12_000, 'a')}/${'b'.repeat(100)}.jpg`,
	`/_next/static/${upTo(12_000, '../')}`,
	`/_next/image?url=${upTo(12_000, '%2f')}&w=64&q=75`,
]
