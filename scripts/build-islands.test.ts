import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { bundleIslands } from './build-islands.mjs'

/** Size budget of the bundle, compressed by Brotli: half of an article page, which is some 15 kB. */
const BYTES_MAX = 8 * 1024

test('the bundle stays within 8 kB without a framework', async () => {
	const bundle = Buffer.from(await bundleIslands())
	expect(brotliCompressSync(bundle).length).toBeLessThanOrEqual(BYTES_MAX)
	expect(brotliCompressSync(bundle).length).toBeGreaterThan(0)
	expect(bundle.toString()).not.toMatch(/react|\beval\(|new Function|beforeunload|['"`]unload/i)
})

/** The passkey script is loaded by the sign-in and account pages only. */
const PASSKEYS_BYTES_MAX = 4 * 1024

test('the script of passkeys is small and apart', async () => {
	const [passkeys, reader] = [
		Buffer.from(await bundleIslands('passkeys')),
		Buffer.from(await bundleIslands()),
	]
	expect(brotliCompressSync(passkeys).length).toBeLessThanOrEqual(PASSKEYS_BYTES_MAX)
	expect(passkeys.toString()).toContain('PublicKeyCredential')
	expect(reader.toString()).not.toContain('PublicKeyCredential')
})
