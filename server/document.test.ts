import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { encodingFor, isKnown, makeDocument } from './document'

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
	expect(encodingFor(accepted)).toBe(encoding)
})

test('the same page in three encodings, each with a mark of its own', async () => {
	const { bodies, etags } = await makeDocument('<p>Wörter</p>'.repeat(100))
	const text = bodies.identity.toString()
	expect(brotliDecompressSync(bodies.br).toString()).toBe(text)
	expect(gunzipSync(bodies.gzip).toString()).toBe(text)
	expect(new Set(Object.values(etags)).size).toBe(3)
	expect((await makeDocument('<p>Wörter</p>'.repeat(100))).etags).toEqual(etags)
	expect((await makeDocument('<p>Worter</p>'.repeat(100))).etags).not.toEqual(etags)
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
	expect(isKnown(held, '"a"')).toBe(known)
})
