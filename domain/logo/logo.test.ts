import { Parser } from 'htmlparser2'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import fc from '@/e2e/support/fast-check'
import { createStaff } from '@/e2e/support/stories'
import type { StaffViewer } from '../permissions'
import { siteSettings } from '../settings'
import { findSiteFile } from '../site-files'
import { removeLogo, setLogo } from './logo'
import { sanitizeSvg } from './sanitize-svg'
import { SVG_ELEMENTS } from './svg-allowed'

withDatabase()

let owner: StaffViewer
beforeAll(async () => {
	owner = await createStaff('owner')
})

const svg = (content: string, attributes = 'viewBox="0 0 200 50"') =>
	`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${content}</svg>`
const SHAPE = '<path d="M0 0h200v50z"/>'
const cleaned = (content: string) => sanitizeSvg(svg(content))

describe('a drawing', () => {
	test.each([
		['a script', `<script>alert(1)</script>${SHAPE}`, 'script'],
		['a script of another file', `<script href="https://evil.test/x.js"/>${SHAPE}`, 'script'],
		[
			'an embedded page',
			`<foreignObject><body><script>1</script></body></foreignObject>${SHAPE}`,
			'foreignObject',
		],
		['an event handler', '<path onload="alert(1)" onclick="x" d="M0 0h9"/>', 'event handlers'],
		['a picture', `<image href="https://evil.test/p.png"/>${SHAPE}`, 'image'],
		['an animation', `<path id="a" d="M0 0h9"><set attributeName="href" to="javascript:1"/></path>`, 'set'],
		[
			'a reference to another file',
			'<use xlink:href="https://evil.test/x.svg#a"/><path d="M0 0h9"/>',
			'references to other files',
		],
		[
			'a style rule of another file',
			`<style>@import url(https://evil.test/x.css);</style>${SHAPE}`,
			'style rules',
		],
		['unknown elements', `<evil-one/>${SHAPE}`, 'unknown elements'],
	])('loses %s, with a mention', (_, content, mention) => {
		const { svg: safe, leftOut } = cleaned(content)
		expect(leftOut).toContain(mention)
		expect(safe).not.toMatch(/script|evil|onload|onclick|foreign|<image|<set|import/i)
		expect(safe).toContain('<path')
	})

	test.each([
		'fill="url(https://evil.test/p#a)"',
		'fill="url(&#34;javascript:alert(1)&#34;)"',
		'style="fill:url(https://evil.test/p)"',
		'style="background:red;behavior:url(x)"',
		'fill="url(\\000023a)"',
		'href="#a"',
	])('keeps no address in %s', (attribute) => {
		expect(cleaned(`<path ${attribute} d="M0 0h9"/>`).svg).not.toMatch(/evil|javascript|behavior|\\|https:/)
	})

	test('keeps colours of styles as attributes', () => {
		const { svg: safe } = cleaned(
			`<style>/* Generator */ .st0{fill:#E30613;stroke:none} .a, .b { opacity: .5 }</style><g class="st0"><path class="b" style="fill:#fff !important" d="M0 0h9"/></g>`,
		)
		expect(safe).toContain('<g fill="#E30613" stroke="none">')
		expect(safe).toMatch(/<path d="M0 0h9" opacity="\.5" fill="#fff"\/>/)
		expect(safe).not.toContain('style')
	})

	test('keeps gradients and repeated shapes of its own', () => {
		const { svg: safe, leftOut } = cleaned(
			'<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient><path id="p" d="M0 0h9"/></defs><use xlink:href="#p" fill="url(#g)"/>',
		)
		expect(safe).toContain('<use fill="url(#g)" href="#p"/>')
		expect(leftOut).toEqual([])
	})

	test.each([
		['without a size', svg(SHAPE, ''), /viewBox/],
		['without shapes', svg('<script/>'), /no shapes/],
		[
			'of more elements than the limit',
			svg('<g>'.repeat(10) + '<path d="M0 0"/>'.repeat(2_001)),
			/more than/,
		],
		['nested deeper than the limit', svg('<g>'.repeat(100)), /more than/],
		['larger than the limit', svg(`<!--${'x'.repeat(110_000)}-->`), /kB/],
		['that is another document', '<html><svg viewBox="0 0 1 1"/></html>', /not an SVG/],
	])('%s is refused', (_, text, words) => {
		expect(() => sanitizeSvg(text)).toThrow(words)
	})

	test('that repeats its shapes without end is refused', () => {
		const layers = Array.from(
			{ length: 12 },
			(_, n) => `<g id="l${n + 1}">${`<use href="#l${n}"/>`.repeat(10)}</g>`,
		)
		expect(() => cleaned(`<path id="l0" d="M0 0"/>${layers.join('')}`)).toThrow('repeats')
		expect(() => cleaned('<g id="a"><use href="#a"/></g>')).toThrow('repeats')
	})
})

/** Pieces of hostile drawings, joined at random. */
const PIECE = fc.oneof(
	fc.constantFrom(
		...['<script>', '</script>', '<style>', '</style>', '<![CDATA[', ']]>', '<!--', '-->', '<foreignObject>'],
		...[
			'<svg:script>',
			'<use href="',
			'<a href="javascript:alert(1)">',
			'</a>',
			'<g ',
			'<path d="M0 0h9"',
			'/>',
			'>',
		],
		...[
			'onload="x"',
			'ONLOAD=x',
			'style="',
			'fill:url(',
			'fill="url(#',
			'")',
			"'",
			'"',
			'&lt;script&gt;',
			'&#106;',
		],
		...[
			'xlink:href="data:text/html,x"',
			'<!DOCTYPE svg [<!ENTITY x "y">]>',
			'<text>',
			'</text>',
			'<title>',
			'\\',
			'\0',
		],
	),
	fc.string({ unit: 'grapheme', maxLength: 8 }),
)

const SAFE_ATTRIBUTE = /^(?!on|style$|src$|xlink|xml:)/i

test('a sanitized drawing has no script, handler or outside address', () => {
	let accepted = 0
	fc.assert(
		fc.property(fc.array(PIECE, { maxLength: 40 }), (pieces) => {
			let safe: string
			try {
				safe = cleaned(`${SHAPE}${pieces.join('')}`).svg
			} catch (error) {
				expect((error as Error).name).toBe('Refusal')
				return
			}
			accepted += 1
			// Read as XML and as HTML: a browser may be made to do either.
			for (const xmlMode of [true, false]) {
				const parser = new Parser(
					{
						onopentag: (name, attributes) => {
							expect([...SVG_ELEMENTS].map((each) => (xmlMode ? each : each.toLowerCase()))).toContain(name)
							for (const [key, value] of Object.entries(attributes)) {
								expect(key).toMatch(SAFE_ATTRIBUTE)
								if (key === 'href') expect(value).toMatch(/^#/)
								if (key === 'xmlns') expect(value).toBe('http://www.w3.org/2000/svg')
								expect(value).not.toMatch(/javascript:|data:|url\((?!["']?#)/i)
							}
						},
					},
					{ xmlMode },
				)
				parser.end(safe)
			}
			// Sanitizing is idempotent.
			expect(sanitizeSvg(safe).svg).toBe(safe)
		}),
		{ numRuns: 1_000 },
	)
	expect(accepted).toBeGreaterThan(250)
})

describe('the logo of the site', () => {
	test('is stored cleaned, and served by its name', async () => {
		const logo = await setLogo(owner, Buffer.from(svg(`<script>1</script>${SHAPE}`)))
		expect(logo).toMatchObject({ width: 240, height: 60, leftOut: ['script'] })
		expect((await siteSettings()).logo).toEqual(logo)
		expect(String(await findSiteFile(logo.name))).toMatch(/^<svg xmlns=[^>]*><path/)
		await removeLogo(owner)
		expect((await siteSettings()).logo).toBeNull()
	})

	test('of a PNG is encoded again without metadata', async () => {
		const create = { width: 2_000, height: 500, channels: 4, background: '#1f3fa380' } as const
		const png = await sharp({ create })
			.png()
			.withExif({ IFD0: { Artist: 'Somebody' } })
			.toBuffer()
		const logo = await setLogo(owner, png)
		const stored = await findSiteFile(logo.name)
		expect(await sharp(stored ?? undefined).metadata()).toMatchObject({
			format: 'png',
			width: 960,
			hasAlpha: true,
		})
		expect(stored?.includes('Somebody')).toBe(false)
	})

	test.each([
		['an empty file', Buffer.alloc(0)],
		['a text', Buffer.from('Not a drawing')],
		['a damaged PNG', Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(200)])],
		['a tall drawing', Buffer.from(svg(SHAPE, 'viewBox="0 0 10 100"'))],
	])('%s is refused', async (_, bytes) => {
		await expect(setLogo(owner, bytes)).rejects.toMatchObject({ code: 'invalid', field: 'logo' })
	})

	test('editors may not set it', async () => {
		const editor = await createStaff('editor')
		await expect(setLogo(editor, Buffer.from(svg(SHAPE)))).rejects.toMatchObject({ code: 'forbidden' })
	})
})
