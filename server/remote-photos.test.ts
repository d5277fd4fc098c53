import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { S3Server } from '@/e2e/support/s3-server'
import { S3Store } from '@/lib/media/s3-store'
import { PhotoCache } from './photo-cache'
import { saveDataBytes, servePhotoFile } from './photo-files'

const HASH = 'a'.repeat(64)
const SMALL = `/media/${HASH}/320.avif`
const LARGE = `/media/${HASH}/1600.avif`
const LARGE_BYTES = 1_200_000
const LIMITS = { readMs: 300, bodyMs: 300, writeMs: 300, idleMs: 300, retries: 1, backoffMs: 1 }

let bucket: S3Server
let server: Server
let store: S3Store
let cache: PhotoCache
beforeAll(async () => {
	bucket = await new S3Server().start()
	server = createServer((request, response) => {
		servePhotoFile(request, response, store, cache).catch(() => response.destroy())
	})
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
	server.closeAllConnections()
	server.close()
	await bucket.stop()
})
beforeEach(() => {
	vi.spyOn(console, 'error').mockImplementation(() => {})
	bucket.fault = () => null
	bucket.objects.set(`site/${HASH}/320.avif`, { body: Buffer.from('small'), headers: {} })
	bucket.objects.set(`site/${HASH}/1600.avif`, { body: Buffer.alloc(LARGE_BYTES, 'abc'), headers: {} })
	bucket.requests.splice(0)
	store = new S3Store({ ...bucket.settings, prefix: 'site/' }, LIMITS)
	cache = new PhotoCache(store)
})

const ask = (path: string, init?: RequestInit) =>
	fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, init)

test('a small file is fetched once, and sent without the store', async () => {
	for (const fault of [null, 'reset'] as const) {
		bucket.fault = () => fault
		const answer = await ask(SMALL)
		expect([answer.status, await answer.text()]).toEqual([200, 'small'])
		expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
	}
	expect(bucket.requests).toHaveLength(1)
})

test('a large file is streamed, whole, in parts or not at all', async () => {
	const whole = await ask(LARGE)
	expect([whole.status, (await whole.arrayBuffer()).byteLength]).toEqual([200, LARGE_BYTES])
	const part = await ask(LARGE, { headers: { range: 'bytes=3-5' } })
	expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 3-5/${LARGE_BYTES}`])
	expect(await part.text()).toBe('abc')
	const beyond = await ask(LARGE, { headers: { range: 'bytes=9999999-' } })
	expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${LARGE_BYTES}`])
	const etag = whole.headers.get('etag') ?? ''
	expect((await ask(LARGE, { headers: { 'if-none-match': etag } })).status).toBe(304)
	const changed = await ask(LARGE, { headers: { range: 'bytes=3-5', 'if-range': '"other"' } })
	expect(changed.status).toBe(200)
	await changed.body?.cancel()
})

test('a file that cannot be read is answered 503 within the limits', async () => {
	bucket.fault = () => ({ delayMs: 60_000 })
	const began = performance.now()
	const answer = await ask(SMALL)
	expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30'])
	expect(answer.headers.get('cache-control')).toBe('no-store')
	expect(await answer.text()).toContain('30 seconds')
	expect(performance.now() - began).toBeLessThan(5_000)
})

test('missing files and originals are 404', async () => {
	bucket.objects.set(`site/${HASH}/original.jpg`, { body: Buffer.from('private'), headers: {} })
	for (const name of ['480.avif', 'original.jpg'])
		expect((await ask(`/media/${HASH}/${name}`)).status).toBe(404)
})

test('a response cut off by the store ends for the client', async () => {
	bucket.fault = (method) => (method === 'GET' && bucket.requests.at(-2)?.startsWith('HEAD') ? 'cut' : null)
	await expect(ask(LARGE).then((answer) => answer.arrayBuffer())).rejects.toThrow()
})

test('Save-Data sends smaller files, of known size unless the store is slow', async () => {
	const saving = await ask(LARGE, { headers: { 'save-data': 'on' } })
	expect(await saving.text()).toBe('small')
	bucket.fault = () => ({ delayMs: 60_000 })
	expect(await saveDataBytes(LARGE, store)).toBeNull()
	bucket.fault = () => null
	// The pause after a slow answer.
	expect(await saveDataBytes(LARGE, store)).toBeNull()
})
