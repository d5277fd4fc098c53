import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { CommentText } from './comment-text'

const html = (source: string) => renderToStaticMarkup(<CommentText source={source} />)

describe('the small Markdown of comments', () => {
	test('paragraphs and line breaks', () => {
		expect(html('One\ntwo\n\nThree')).toBe('<p>One<br/>two</p><p>Three</p>')
	})

	test('emphasis, strong and code', () => {
		expect(html('*a* **b** `<c>`')).toBe('<p><em>a</em> <strong>b</strong> <code>&lt;c&gt;</code></p>')
	})

	test('quotes and lists', () => {
		expect(html('> said\n\n- one\n- two')).toBe(
			'<blockquote><p>said</p></blockquote><ul><li>one</li><li>two</li></ul>',
		)
	})

	test('links and bare addresses, marked as not ours', () => {
		const rel = 'rel="ugc nofollow noopener"'
		expect(html('[x](https://example.org/a)')).toBe(`<p><a href="https://example.org/a" ${rel}>x</a></p>`)
		expect(html('see https://example.org.')).toBe(
			`<p>see <a href="https://example.org" ${rel}>https://example.org</a>.</p>`,
		)
	})

	test('what is not in the small set stays as typed', () => {
		expect(html('# Loud')).toBe('<p># Loud</p>')
		expect(html('![x](https://example.org/a.png)')).not.toContain('<img')
		expect(html('| a | b |\n|---|---|\n| 1 | 2 |')).not.toContain('<table')
	})
})

describe('nothing typed becomes active', () => {
	const ATTACKS = [
		'<script>alert(1)</script>',
		'<img src=x onerror=alert(1)>',
		'<svg/onload=alert(1)>',
		'[x](javascript:alert(1))',
		'[x](JaVaScRiPt:alert(1))',
		'[x](&#106;avascript:alert(1))',
		'[x](java\tscript:alert(1))',
		'[x](data:text/html,<script>alert(1)</script>)',
		'[x](vbscript:msgbox(1))',
		'<javascript:alert(1)>',
		'[x]: javascript:alert(1)\n\n[x]',
		'![x](javascript:alert(1))',
		'[x](https://a.example/"onmouseover="alert(1))',
		'https://a.example/"><script>alert(1)</script>',
		'`<script>alert(1)</script>`',
		'> <iframe src="javascript:alert(1)"></iframe>',
		'&lt;script&gt;alert(1)&lt;/script&gt;',
		'[<img src=x onerror=alert(1)>](https://a.example)',
	]

	test.each(ATTACKS)('%s', (attack) => {
		const shown = html(attack)
		expect([...shown.matchAll(/<\/?([a-z]+)/g)].every(([, tag]) => SAFE.includes(tag ?? ''))).toBe(true)
		for (const [, attributes] of shown.matchAll(/<[a-z]+((?:\s[^>]*)?)>/g))
			expect(attributes).toMatch(/^( href="https?:\/\/[^"<>\s]+" rel="ugc nofollow noopener")?\/?$/)
	})

	const SAFE = ['p', 'br', 'em', 'strong', 'a', 'blockquote', 'ul', 'ol', 'li', 'code']

	test('endless nesting ends', () => {
		expect(html('> '.repeat(5_000)).length).toBeLessThan(10_000)
		expect(html(`${'*a '.repeat(2_000)}`).length).toBeLessThan(10_000)
	})
})
