import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { CommentText, ELEMENTS_PER_COMMENT_MAX, elementsOf } from './comment-text'

const html = (source: string) =>
	renderToStaticMarkup(<CommentText source={source} />).replaceAll(' dir="auto"', '')

describe('Markdown subset of comments', () => {
	test('renders paragraphs and line breaks', () => {
		expect(html('One\ntwo\n\nThree')).toBe('<p>One<br/>two</p><p>Three</p>')
	})

	test('renders emphasis, strong and code', () => {
		expect(html('*a* **b** `<c>`')).toBe('<p><em>a</em> <strong>b</strong> <code>&lt;c&gt;</code></p>')
		expect(html('***a*** *b **c** d* __e__ _f_')).toBe(
			'<p><strong><em>a</em></strong> <em>b <strong>c</strong> d</em> <strong>e</strong> <em>f</em></p>',
		)
		expect(html('これは**強調。**です')).toBe('<p>これは<strong>強調。</strong>です</p>')
	})

	test.each([
		'2*3*4',
		'snake_case_name',
		'* * *',
		'a ** b',
		'f*** off',
		'**',
		'``',
		'word*, other*',
		'¯\\_(ツ)_/¯',
	])('unmatched marks stay as typed: %s', (source) => expect(html(source)).toBe(`<p>${source}</p>`))

	test('renders quotes and lists', () => {
		expect(html('> said\n\n- one\n- two')).toBe(
			'<blockquote><p>said</p></blockquote><ul><li>one</li><li>two</li></ul>',
		)
		expect(html('> said\nNo.')).toBe('<blockquote><p>said</p></blockquote><p>No.</p>')
		expect(html('- one\n  more\n  - in\n- two')).toBe(
			'<ul><li>one<br/>more<ul><li>in</li></ul></li><li>two</li></ul>',
		)
	})

	test('links and bare URLs are nofollow and ugc', () => {
		const rel = 'rel="ugc nofollow noopener"'
		expect(html('[x](https://example.org/a)')).toBe(`<p><a href="https://example.org/a" ${rel}>x</a></p>`)
		expect(html('see https://example.org.')).toBe(
			`<p>see <a href="https://example.org" ${rel}>https://example.org</a>.</p>`,
		)
		expect(html('(https://example.org/a_(b))')).toBe(
			`<p>(<a href="https://example.org/a_(b)" ${rel}>https://example.org/a_(b)</a>)</p>`,
		)
		expect(html('[a https://b.example c](https://d.example)').match(/<a /g)).toHaveLength(2)
		expect(html('https://bank.example@evil.example/')).not.toContain('<a')
	})

	test('unsupported Markdown stays as typed', () => {
		expect(html('# Loud')).toBe('<p># Loud</p>')
		expect(html('![x](https://example.org/a.png)')).not.toContain('<img')
		expect(html('| a | b |\n|---|---|\n| 1 | 2 |')).not.toContain('<table')
		expect(html('&amp; &copy;')).toBe('<p>&amp;amp; &amp;copy;</p>')
	})

	test('list items keep their typed numbers', () => {
		expect(html('2019. That was the summer.')).toBe('<p>2019. That was the summer.</p>')
		expect(html('007. Bond')).toBe('<p>007. Bond</p>')
		expect(html('on Friday the\n13. The night')).toBe('<p>on Friday the<br/>13. The night</p>')
		expect(html('3. c\n4. d\n7) g')).toBe('<ol start="3"><li>c</li><li>d</li><li value="7">g</li></ol>')
	})

	test.each(['- - - - - - - -', '* * * *', '---', '_ _ _'])('a separator line is not a list: %s', (line) => {
		expect(html(`Two things.\n\n${line}\n\nThe second.`)).toBe(
			`<p>Two things.</p><p>${line}</p><p>The second.</p>`,
		)
	})
})

describe('element limits', () => {
	test.each(['_a_ '.repeat(1_250), '> a\n\n'.repeat(1_000), '- a\n'.repeat(1_250), 'a\n'.repeat(2_500)])(
		'a comment beyond the element limit is plain text',
		(source) => {
			expect(html(source)).toBe(`<pre>${source.replaceAll('>', '&gt;')}</pre>`)
			expect(elementsOf(source)).toBe(1)
		},
	)

	test('nesting depth is limited', () => {
		const deep = html(`${'> '.repeat(2_000)}x ${'*a **b _c __d [e '.repeat(200)}`)
		expect(deep).toContain('&gt; '.repeat(1_990))
		expect(deep.split('<blockquote>').length).toBeLessThan(10)
	})

	test('an ordinary long comment stays formatted', () => {
		const poem = Array.from({ length: 40 }, (_, n) => `Line ${n} of *a* poem\nthat goes on`).join('\n\n')
		expect(elementsOf(poem)).toBeLessThan(ELEMENTS_PER_COMMENT_MAX)
		expect(html(poem)).toContain('<em>a</em>')
	})
})

describe('active content stays text', () => {
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
})
