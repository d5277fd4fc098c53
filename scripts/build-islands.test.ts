import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { bundleIslands } from './build-islands.mjs'

/** A page of news is some 15 kB; what makes it smoother must not weigh as much as what it says. */
const BYTES_MAX = 8 * 1024

test('all islands together stay within their budget, and bring no framework', async () => {
	const bundle = Buffer.from(await bundleIslands())
	expect(brotliCompressSync(bundle).length).toBeLessThanOrEqual(BYTES_MAX)
	expect(brotliCompressSync(bundle).length).toBeGreaterThan(0)
	expect(bundle.toString()).not.toMatch(/react|\beval\(|new Function|beforeunload|['"`]unload/i)
})
