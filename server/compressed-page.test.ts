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
])('Accept-Encoding %j negotiates %s', (accepted, encoding) => {
	expect(negotiateEncoding(accepted)).toBe(encoding)
})

test('one ETag covers the page in three encodings', async () => {
	const page = await compressPage('<p>Wörter</p>'.repeat(100))
	const { bodies, etag } = page
	const text = bodies.identity.toString()
	expect(brotliDecompressSync(bodies.br).toString()).toBe(text)
	expect(gunzipSync(bodies.gzip).toString()).toBe(text)
	expect(etag).toMatch(/^W\/"[\w-]+"$/)
	expect((await compressPage('<p>Wörter</p>'.repeat(100))).etag).toBe(etag)
	expect((await compressPage('<p>Worter</p>'.repeat(100))).etag).not.toBe(etag)
})

test('recompression keeps the ETag', async () => {
	const page = await compressPage('<p>Wörter, und noch mehr Wörter</p>'.repeat(300))
	const recompressed = await recompressPage(page)
	expect(recompressed.bodies.br.equals(page.bodies.br)).toBe(false)
	expect(brotliDecompressSync(recompressed.bodies.br).toString()).toBe(page.bodies.identity.toString())
	expect(etagMatches(page.etag, recompressed.etag)).toBe(true)
})

test.each([
	[undefined, false],
	['"a"', true],
	['W/"a"', true],
	['"b", "a"', true],
	['*', true],
	['"b"', false],
	['a', false],
])('If-None-Match %j matches: %s', (held, known) => {
	expect(etagMatches(held, '"a"')).toBe(known)
	expect(etagMatches(held, 'W/"a"')).toBe(known)
})
