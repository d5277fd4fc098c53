import fc from '@/e2e/support/fast-check'

/** Characters and words with a meaning in Markdown or HTML, and meaningless ones. */
const NASTY = [
	...'*[]()\\#>-!@%_`~|<&"\'1.•—– \n\t',
	...[
		'**',
		'***',
		'](',
		'[a](',
		'https://example.org',
		'# ',
		'> ',
		'>> ',
		'- ',
		'1. ',
		'2. ',
		'12) ',
		'999. ',
		'2019. ',
		'---',
		'%%',
	],
	...['![x](photo:1)', '@[x](https://example.org/)', '— Name', '\r\n', '\u2028', '\u00a0', '\ufeff', '\0'],
	...['\ud83d', '\udc00', '😀', 'é', 'שלום', '\u200b', '<script>', '&amp;'],
]

const words = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 4 }), fc.lorem())
const line = fc.array(words, { maxLength: 6 }).map((parts) => parts.join(''))
const address = fc.oneof(
	fc.webUrl({ withFragments: true, withQueryParameters: true }),
	fc.constantFrom(
		'https://example.org/a_(b)',
		'http://example.org/?q=*[x](y)',
		'https://exämple.org/ü?\\#\\',
	),
)
const link = fc.oneof(
	address,
	fc.constantFrom(
		'/news/a_(b)?q=*[x](y)#\\',
		'/',
		'mailto:desk@example.org',
		'mailto:a)b(c@example.org',
		'MAILTO:x@example.org?subject=* *',
	),
)

const mark = fc.oneof(
	fc.constantFrom({ type: 'bold' }, { type: 'italic' }),
	link.map((href) => ({ type: 'link', attrs: { href, target: '_blank' } })),
)
const inline = fc.oneof(
	{
		weight: 5,
		arbitrary: fc.record({ type: fc.constant('text'), text: line, marks: fc.array(mark, { maxLength: 3 }) }),
	},
	{ weight: 1, arbitrary: fc.constant({ type: 'hardBreak' }) },
)
const inlines = fc.array(inline, { maxLength: 7 })
const paragraph = fc.record({ type: fc.constant('paragraph'), content: inlines }, { requiredKeys: ['type'] })
const attribution = fc.record({ attribution: fc.oneof(fc.constant(''), line) })
const item = fc.record({ type: fc.constant('listItem'), content: fc.array(paragraph, { maxLength: 2 }) })
const listWith = (items: fc.Arbitrary<unknown[]>) =>
	fc.oneof(
		fc.record({ type: fc.constant('bulletList'), content: items }),
		fc.record(
			{
				type: fc.constant('orderedList'),
				attrs: fc.record({ start: fc.oneof(fc.nat(3), fc.nat(999)), type: fc.constant(null) }),
				content: items,
			},
			{ requiredKeys: ['type', 'content'] },
		),
	)
const list = listWith(fc.array(item, { maxLength: 4 }))
const nestedItem = fc.tuple(paragraph, list).map((content) => ({ type: 'listItem', content }))

const block = fc.oneof(
	paragraph,
	fc.record({
		type: fc.constant('heading'),
		attrs: fc.record({ level: fc.constantFrom(2, 3) }),
		content: inlines,
	}),
	fc.record({
		type: fc.constant('quote'),
		attrs: attribution,
		content: fc.array(paragraph, { maxLength: 3 }),
	}),
	fc.record({ type: fc.constant('pullQuote'), attrs: attribution, content: inlines }),
	list,
	listWith(fc.array(fc.oneof(item, nestedItem), { maxLength: 3 })),
	fc.record({
		type: fc.constant('figure'),
		attrs: fc.record({ photoId: fc.integer({ min: 1 }), caption: line }),
	}),
	fc.constant({ type: 'divider' }),
	fc.record({ type: fc.constant('embed'), attrs: fc.record({ url: address, title: line }) }),
)

/** Documents that an editor might send: every block and mark, valid but not normalized. */
export const documents = fc.record({ type: fc.constant('doc'), content: fc.array(block, { maxLength: 8 }) })

/** Arbitrary text, mostly of Markdown syntax. */
export const texts = fc.oneof(
	fc
		.array(fc.oneof(words, fc.constantFrom('\n', '\n\n', '\n> ', '\n- ', '\\\n')), { maxLength: 40 })
		.map((parts) => parts.join('')),
	fc.string({ unit: 'binary', maxLength: 200 }),
)
