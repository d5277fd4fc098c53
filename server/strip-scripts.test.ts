import { expect, test } from 'vitest'
import { GROWTH_MAX, growth } from '@/lib/testing'
import { InlineCodeError, STYLESHEET_PLACEHOLDER, stripFrameworkScripts } from './strip-scripts'

const PAGE = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/>
<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>
<link rel="stylesheet" href="/_next/static/chunks/b.css" data-precedence="next"/>
<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/c.js"/>
<link rel="preload" as="font" href="/fonts/newsreader-english.woff2" crossorigin=""/>
<script src="/_next/static/chunks/main.js" async=""></script>
<script type="module" src="/islands/reader-abc_1-2.js"></script></head>
<body><!--$--><p>Five<!-- --> &lt; six</p><!--/$-->
<script type="application/ld+json">{"headline":"A \\u003c/script> in a name"}</script>
<script id="_R_">requestIdleCallback("<p>not a paragraph</p>")</script>
<script>self.__next_f.push([1,"<\\/script>"])</script></body></html>`

test('framework scripts and markers are removed, visible content stays', () => {
	const { html, styles } = stripFrameworkScripts(PAGE)
	expect(styles).toEqual(['/_next/static/chunks/a.css', '/_next/static/chunks/b.css'])
	expect(html.match(/<script[^>]*>/g)).toEqual([
		'<script type="module" src="/islands/reader-abc_1-2.js">',
		'<script type="application/ld+json">',
	])
	expect(html).toContain('<p>Five &lt; six</p>')
	expect(html).toContain('{"headline":"A \\u003c/script> in a name"}')
	expect(html).toContain('<link rel="preload" as="font"')
	expect(html.split(STYLESHEET_PLACEHOLDER)).toHaveLength(2)
	expect(html).not.toMatch(/_next|__next_f|not a paragraph|<!--\$-->/)
})

test('pages are equal wherever React put the preload of the font', () => {
	const [sheet, font] = [
		'<link rel="stylesheet" href="/_next/a.css"/>',
		'<link rel="preload" as="font" href="/f"/>',
	]
	const [one, other] = [`${sheet}${font}<title>A</title>`, `${sheet}<title>A</title>${font}`].map((head) =>
		stripFrameworkScripts(`<head>${head}</head><body>${STYLESHEET_PLACEHOLDER}</body>`),
	)
	expect(one).toEqual(other)
	expect(one?.html).toMatch(/-->.*font.*<title>/)
})

test.each([
	'<link rel="preload" as="image" href="/site/logo.svg"/>',
	'<link rel="preload" href="/site/logo.svg" as="image"/>',
	'<link rel="preload" href="/site/colours.css" as="style"/>',
])('the preload %s is removed', (preload) => {
	expect(stripFrameworkScripts(`<head>${preload}</head>`).html).toBe('<head></head>')
})

test('stripFrameworkScripts is idempotent', () => {
	const { html } = stripFrameworkScripts(PAGE)
	expect(stripFrameworkScripts(html.replace(STYLESHEET_PLACEHOLDER, '')).html).toBe(
		html.replace(STYLESHEET_PLACEHOLDER, ''),
	)
})

test.each([
	'<p onclick="x()">a</p>',
	'<p style="color:red">a</p>',
	'<style>p{}</style>',
	'<a href=" javascript:x()">a</a>',
	'<form action="JavaScript:x()"></form>',
	'<template id="B:0"></template>',
])('%s throws InlineCodeError', (inline) => {
	expect(() => stripFrameworkScripts(`<html><body>${inline}</body></html>`)).toThrow(InlineCodeError)
})

test.each([
	'<script type="module" src="https://elsewhere.example/islands/x.js"></script>',
	'<script type="module" src="/islands/../media/x.js"></script>',
	'<script type="module">run()</script>',
	'<script type="application/ld+json" src="/x.js"></script>',
	'<SCRIPT>run()</SCRIPT>',
	'<svg><script>run()</script></svg>',
])('%s is removed', (script) => {
	const { html } = stripFrameworkScripts(`<html><body><p>a</p>${script}<p>b</p></body></html>`)
	expect(html).not.toMatch(/script/i)
	expect(html).toContain('<p>a</p>')
	expect(html).toContain('<p>b</p>')
})

test('escaped markup in text is unchanged', () => {
	const words = '<p title="&lt;script>">javascript: &lt;script&gt;alert(1)&lt;/script&gt; style= onclick=</p>'
	expect(stripFrameworkScripts(words).html).toBe(words)
})

const SIZE = 20_000

test.each([
	'<',
	'<a ',
	'<a href="',
	'<!--',
	'<!-->',
	'&amp',
	'<script>',
	'</script>',
	'"',
	"<p>'",
	'<link rel="stylesheet" href="/_next/a.css">',
])('repeated %j takes linear time', (part) => {
	for (const before of ['', '<script>', '<p title="'])
		expect(
			growth((size) => stripFrameworkScripts(before + part.repeat(size / part.length)), SIZE),
		).toBeLessThan(GROWTH_MAX)
})
