import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { compressPage, etagMatches, negotiateEncoding, recompressPage } from './compressed-page'

test.each([
	[undefined, 'identity'],
	['', 'identity'],
	['gzip, deflate, br, zstd', 'br'],
	['gzip;q=1.0, br;q=0.5', 'br'],
	['gzip, br;q=0', 'gzip'],
	['gzip;q=0.000, br; q=0', 'identity'],
	['brotli, xgzip', 'identity'],
	['*', 'identity'],
])('a browser that takes %j is sent %s', (accepted, encoding) => {
	expect(negotiateEncoding(accepted)).toBe(encoding)
})

test('the same page in three encodings under one tag', async () => {
	const document = await compressPage('<p>Wörter</p>'.repeat(100))
	const { bodies, etag } = document
	const text = bodies.identity.toString()
	expect(brotliDecompressSync(bodies.br).toString()).toBe(text)
	expect(gunzipSync(bodies.gzip).toString()).toBe(text)
	expect(etag).toMatch(/^W\/"[\w-]+"$/)
	expect((await compressPage('<p>Wörter</p>'.repeat(100))).etag).toBe(etag)
	expect((await compressPage('<p>Worter</p>'.repeat(100))).etag).not.toBe(etag)
})

test('packing again keeps the tag, so that a browser is told 304', async () => {
	const document = await compressPage('<p>Wörter, und noch mehr Wörter</p>'.repeat(300))
	const packed = await recompressPage(document)
	expect(packed.bodies.br.equals(document.bodies.br)).toBe(false)
	expect(brotliDecompressSync(packed.bodies.br).toString()).toBe(document.html)
	expect(etagMatches(document.etag, packed.etag)).toBe(true)
})

test.each([
	[undefined, false],
	['"a"', true],
	['W/"a"', true],
	['"b", "a"', true],
	['*', true],
	['"b"', false],
	['a', false],
])('of what a browser holds, %j is known: %s', (held, known) => {
	expect(etagMatches(held, '"a"')).toBe(known)
	expect(etagMatches(held, 'W/"a"')).toBe(known)
})
