import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { LANGUAGES } from '@/lib/messages/languages'
import { messagesOf } from '@/lib/messages/messages'
import { bundleIslands } from './build-islands.mjs'

/** Size budget of the bundle, compressed by Brotli: half of an article page, which is some 15 kB. */
const BYTES_MAX = 8 * 1024

const bundle = async (script: 'reader' | 'thread' | 'passkeys', language = 'en') =>
	Buffer.from(await bundleIslands(script, language))

test.each(LANGUAGES)('the bundle in %s stays within 8 kB without a framework', async (language) => {
	const reader = await bundle('reader', language)
	expect(brotliCompressSync(reader).length).toBeLessThanOrEqual(BYTES_MAX)
	expect(brotliCompressSync(reader).length).toBeGreaterThan(0)
	expect(reader.toString()).not.toMatch(/react|\beval\(|new Function|beforeunload|['"`]unload/i)
})

test('a bundle has its own messages in one language and no others', async () => {
	const reader = (await bundle('reader', 'fr')).toString()
	const [french, english] = [messagesOf('fr'), messagesOf('en')]
	expect(reader).toContain(french.islands.linkCopied)
	for (const absent of [english.islands.linkCopied, french.article.share, french.passkeys.cancelled])
		expect(reader).not.toContain(absent)
	expect((await bundle('passkeys', 'ar')).toString()).toContain(messagesOf('ar').passkeys.cancelled)
})

/** The passkey script is loaded by the sign-in and account pages only. */
const PASSKEYS_BYTES_MAX = 4 * 1024

/** The script of comments is loaded where they come near the screen. */
const THREAD_BYTES_MAX = 4 * 1024

test('the script of comments is small and apart', async () => {
	const [thread, reader] = [await bundle('thread'), await bundle('reader')]
	expect(brotliCompressSync(thread).length).toBeLessThanOrEqual(THREAD_BYTES_MAX)
	expect(thread.toString()).toContain('comments.json')
	expect(reader.toString()).not.toContain('comments.json')
})

test('the script of passkeys is small and apart', async () => {
	const [passkeys, reader] = [await bundle('passkeys'), await bundle('reader')]
	expect(brotliCompressSync(passkeys).length).toBeLessThanOrEqual(PASSKEYS_BYTES_MAX)
	expect(passkeys.toString()).toContain('PublicKeyCredential')
	expect(reader.toString()).not.toContain('PublicKeyCredential')
})
