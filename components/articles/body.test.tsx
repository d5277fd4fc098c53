import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Body } from '@/components/articles/body'
import { photosOf } from '@/domain/articles/photos'
import type { PhotoView } from '@/domain/articles/views'
import { parseMarkdown } from '@/domain/body/markdown'

const PHOTO: PhotoView = {
	id: 7,
	hash: 'abc',
	width: 640,
	height: 480,
	widths: [320, 640],
	avifWidths: [320, 640],
	thumbWidths: [],
	colour: null,
	alt: 'A ferry at night',
	caption: 'Its own caption',
	credit: 'The Picture Desk',
	creator: null,
	focalX: 500,
	focalY: 500,
}

const html = (text: string): string =>
	renderToStaticMarkup(<Body body={parseMarkdown(text)} photos={{ 7: PHOTO }} />).replace(
		/ (?:class|dir)="[^"]*"/g,
		'',
	)

/** Expected HTML of a figure in a body: at the width of the text, lazily loaded. */
const figure = (caption: string): string =>
	[
		'<div><figure><span><picture>',
		...['avif', 'webp'].map(
			(format) =>
				`<source type="image/${format}" srcSet="/media/abc/320.${format} 320w, /media/abc/640.${format} 640w" sizes="(min-width: 40rem) 37rem, 92vw"/>`,
		),
		'<img src="/media/abc/640.jpg" width="640" height="480" alt="A ferry at night" loading="lazy" decoding="async"/>',
		`</picture></span><figcaption><span>${caption}</span> <span><span>© The</span> Picture Desk</span></figcaption>`,
		'</figure></div>',
	].join('')

test('figures of a story link their own pages by number', () => {
	const body = parseMarkdown('![](photo:7)\n\nOne\n\n![](photo:8)\n\n![](photo:7)')
	const markup = renderToStaticMarkup(
		<Body body={body} photos={{ 7: PHOTO }} photoPages={{ slug: 'mill', first: 2 }} />,
	)
	expect(
		[...markup.matchAll(/<figure id="([^"]*)"[^>]*><a [^>]*href="([^"]*)"/g)].map(([, ...found]) => found),
	).toEqual([
		['photo-2', '/news/mill/photos/2#photo'],
		['photo-3', '/news/mill/photos/3#photo'],
	])
	const numbered = photosOf({ hero: { ...PHOTO, id: 1 }, body, photos: { 7: PHOTO } })
	expect(numbered.map(({ id }) => id)).toEqual([1, 7, 7])
})

test.each([
	[
		'One **two *three*** [four](https://example.org/)\\\nfive',
		'<p>One <strong>two <em>three</em></strong> <a href="https://example.org/" rel="noopener">four</a><br/>five</p>',
	],
	[
		'[**one** two](https://example.org/) *three*',
		'<p><a href="https://example.org/" rel="noopener"><strong>one</strong> two</a> <em>three</em></p>',
	],
	['## Two\n\n### Three', '<h2>Two</h2><h3>Three</h3>'],
	['> One\n>\n> Two', '<figure><blockquote><p>One</p><p>Two</p></blockquote></figure>'],
	['> One\n> — Ann', '<figure><blockquote><p>One</p></blockquote><figcaption>Ann</figcaption></figure>'],
	['>> One\n>> — Ann', '<aside><p>One</p><p>Ann</p></aside>'],
	['- a\n- b\n\n1. c', '<ul><li>a</li><li>b</li></ul><ol><li>c</li></ol>'],
	['12. a\n13. b\n\n2019. c', '<ol start="12"><li>a</li><li>b</li></ol><p>2019. c</p>'],
	['---', '<hr/>'],
	['![](photo:7)', figure('Its own caption')],
	['![Another](photo:7)', figure('Another')],
	['![](photo:8)', ''],
	[
		'@[Minutes](https://www.example.org/1)',
		'<div><a href="https://www.example.org/1" rel="noopener"><strong>Minutes</strong> <span>example.org</span></a></div>',
	],
	['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
])('%j is rendered', (text, expected) => expect(html(text)).toBe(expected))
