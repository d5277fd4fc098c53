import { expect, test } from 'vitest'
import { variantFor } from './cache-key'
import { parseSimpleGet } from './fast-path'
import { replacePictures, SAVE_DATA, wantsSaveData } from './save-data'

const PICTURE =
	'<picture><source srcset="/media/a/320.avif 320w"/><img class="x" src="/media/a/960.jpg" alt="A &quot;boat&quot; &lt;here&gt;"/></picture>'

test('a picture becomes a link with size and alt text', async () => {
	const requested: string[] = []
	const html = await replacePictures(`<p>One</p>${PICTURE}<p>Two</p>${PICTURE}`, async (path) => {
		requested.push(path)
		return requested.length === 1 ? 48_210 : null
	})
	expect(requested).toEqual(['/media/a/960.jpg', '/media/a/960.jpg'])
	expect(html).toBe(
		'<p>One</p><a href="/media/a/960.jpg" data-part="picture"><strong>Load the picture (48 kB)</strong> <span>A &quot;boat&quot; &lt;here&gt;</span></a>' +
			'<p>Two</p><a href="/media/a/960.jpg" data-part="picture"><strong>Load the picture</strong> <span>A &quot;boat&quot; &lt;here&gt;</span></a>',
	)
})

test('the link takes the place of a link around the picture', async () => {
	const around = `<a href="/photos/1"><span>${PICTURE}</span></a>`
	expect(await replacePictures(`<a href="/x">One</a>${around}<a href="/y">Two</a>`, async () => null)).toBe(
		'<a href="/x">One</a><span><a href="/media/a/960.jpg" data-part="picture"><strong>Load the picture</strong> <span>A &quot;boat&quot; &lt;here&gt;</span></a></span><a href="/y">Two</a>',
	)
})

test('only font preloads are removed', async () => {
	const html =
		'<link rel="stylesheet" href="/a.css"><link rel="preload" as="font" href="/b.woff2"/><p>&amp;</p>'
	expect(await replacePictures(html, async () => null)).toBe(
		'<link rel="stylesheet" href="/a.css"><p>&amp;</p>',
	)
})

test('wantsSaveData is true only for "on"', () => {
	expect(['on', 'ON', 'off', '1', undefined].map((value) => wantsSaveData({ 'save-data': value }))).toEqual([
		true,
		true,
		false,
		false,
		false,
	])
})

test('Save-Data selects another cache variant and bypasses the fast path', () => {
	const request = (line: string) => Buffer.from(`GET / HTTP/1.1\r\nHost: example.org\r\n${line}\r\n`)
	expect(parseSimpleGet(request(''))).not.toBeNull()
	expect(parseSimpleGet(request('Save-Data: on\r\n'))).toBeNull()
	expect(variantFor({}).appearance).toBe('')
	expect(variantFor({ 'save-data': 'on' }).appearance).toBe(SAVE_DATA)
})
