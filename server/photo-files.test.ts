import { statSync } from 'node:fs'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { addPhoto } from '@/domain/photos/add'
import { staff } from '@/e2e/support/photos'
import { env } from '@/lib/env'
import { FolderStore } from '@/lib/media/folder-store'
import { PhotoCache } from './photo-cache'
import { servePhotoFile } from './photo-files'

withDatabase()

let hash: string
let server: Server
beforeAll(async () => {
	const noise = { type: 'gaussian' as const, mean: 128, sigma: 30 }
	const create = { width: 660, height: 500, channels: 3 as const, background: 'red', noise }
	const bytes = await sharp({ create }).png().toBuffer()
	hash = (await addPhoto(await staff('Edith', 'editor'), { bytes })).hash
	const media = new FolderStore(env.mediaDir)
	const cache = new PhotoCache(media)
	server = createServer(async (incoming, response) => {
		if (!(await servePhotoFile(incoming, response, media, cache))) response.writeHead(418).end('next')
	})
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => server.close())

type Reply = { status: number; headers: Record<string, string | undefined>; body: Buffer }

/** Uses `http.request`, since `fetch` normalizes paths. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Reply> {
	const { port } = server.address() as AddressInfo
	return new Promise((resolve, reject) => {
		const call = request({ host: '127.0.0.1', port, path, headers, method }, async (response) => {
			const parts: Buffer[] = []
			for await (const part of response) parts.push(part)
			const status = response.statusCode ?? 0
			resolve({ status, headers: response.headers as Reply['headers'], body: Buffer.concat(parts) })
		})
		call.on('error', reject).end()
	})
}
const at = (name: string, headers?: Record<string, string>, method?: string) =>
	ask(`/media/${hash}/${name}`, headers, method)
const bytesOf = (name: string) => statSync(join(env.mediaDir, hash, name)).size

test.each([
	['320.webp', 'image/webp', 'RIFF'],
	['480.avif', 'image/avif', '\0\0\0'],
	['660.jpg', 'image/jpeg', '\xff\xd8'],
	['480x320-500-500.avif', 'image/avif', '\0\0\0'],
])('%s is served as immutable', async (name, mime, magic) => {
	const { status, headers, body } = await at(name)
	expect(status).toBe(200)
	expect(body.toString('latin1').startsWith(magic)).toBe(true)
	expect(headers).toMatchObject({
		'content-type': mime,
		'content-length': String(bytesOf(name)),
		'cache-control': 'public, max-age=31536000, immutable',
		'content-security-policy': "default-src 'none'; sandbox",
		'cross-origin-resource-policy': 'cross-origin',
		'x-content-type-options': 'nosniff',
		'accept-ranges': 'bytes',
		vary: 'Save-Data',
	})
	expect(body.length).toBe(bytesOf(name))
	const etag = headers.etag ?? ''
	expect(etag).toMatch(/^"/)
	const again = await at(name, { 'if-none-match': `"x", W/${etag}` })
	expect([again.status, again.body.length, again.headers.vary]).toEqual([304, 0, 'Save-Data'])
	const head = await at(name, {}, 'HEAD')
	expect([head.status, head.headers['content-length'], head.body.length]).toEqual([
		200,
		String(body.length),
		0,
	])
	expect((await at(`${name}?again`)).body.equals(body)).toBe(true)
})

test('ranges get 206, unsatisfiable ones 416', async () => {
	const whole = await at('480.jpg')
	const part = await at('480.jpg', { range: 'bytes=10-19' })
	expect(part.status).toBe(206)
	expect(part.headers['content-range']).toBe(`bytes 10-19/${whole.body.length}`)
	expect(part.body.equals(whole.body.subarray(10, 20))).toBe(true)
	const tail = await at('480.jpg', { range: 'bytes=-5' })
	expect(tail.body.equals(whole.body.subarray(-5))).toBe(true)
	const beyond = await at('480.jpg', { range: `bytes=${whole.body.length}-` })
	expect(beyond.status).toBe(416)
	expect(beyond.headers).toMatchObject({
		'content-range': `bytes */${whole.body.length}`,
		'cache-control': 'no-store',
		'content-type': 'text/plain; charset=utf-8',
	})
	const changed = await at('480.jpg', { range: 'bytes=0-9', 'if-range': '"another"' })
	expect([changed.status, changed.body.length]).toEqual([200, whole.body.length])
	expect((await at('480.jpg', { 'if-match': '"another"' })).status).toBe(412)
})

test.each([
	['480.jpg', '.jpg'],
	['480.avif', '.avif'],
	['480x320-500-500.webp', '0-500-500.webp'],
])('Save-Data halves the bytes of %s', async (name, ending) => {
	const usual = await at(name)
	const saving = await at(name, { 'save-data': 'on' })
	expect(saving.status).toBe(200)
	expect(saving.body.length).toBeLessThan(usual.body.length * 0.6)
	expect(saving.headers['content-type']).toBe(usual.headers['content-type'])
	expect(saving.headers.etag).not.toBe(usual.headers.etag)
	expect(saving.headers.etag).toContain(ending)
	expect(saving.headers.vary).toBe('Save-Data')
	const stale = await at(name, { 'save-data': 'on', 'if-none-match': usual.headers.etag ?? '' })
	expect(stale.status).toBe(200)
	const known = await at(name, { 'save-data': 'on', 'if-none-match': saving.headers.etag ?? '' })
	expect(known.status).toBe(304)
	expect((await at(name, { 'save-data': 'off' })).body.length).toBe(usual.body.length)
})

test('Save-Data leaves the narrowest photo unchanged', async () => {
	const saving = await at('320.avif', { 'save-data': 'on' })
	expect(saving.body.length).toBe(bytesOf('320.avif'))
})

test('originals and paths outside the derivatives get 404', async () => {
	const paths = [
		`/media/${hash}/original.png`,
		`/media/${hash}/960.webp`,
		`/media/${hash}/320.png`,
		`/media/${hash}/320.webp%00`,
		`/media/${hash}/320.webp%0A`,
		`/media/${hash}/%33%32%30.webp`,
		`/media/${hash}/0320.webp`,
		`/media/${hash}/320.webp/`,
		`/media/${hash}/../${hash}/320.webp`,
		`/media/${hash}/..%2f${hash}/320.webp`,
		`/media/${hash}/480x320-1-1.webp`,
		'/media/../square.db',
		'/media/..%2fsquare.db',
		'/media/../320.webp',
		`/media/../media/${hash}/320.webp`,
		`/media/..\\media\\${hash}\\320.webp`,
		`/media/${hash.toUpperCase()}/320.webp`,
		`/media//${hash}/320.webp`,
		`/media/${hash}`,
		'/media/',
		'/media',
	]
	for (const path of paths) {
		const { status, headers } = await ask(path)
		expect([status, headers['cache-control'], headers.vary], path).toEqual([404, 'no-store', 'Save-Data'])
	}
})

test('other paths are passed on, and POST gets 405', async () => {
	for (const path of ['/', '/medias', `/news/media/${hash}/320.webp`])
		expect((await ask(path)).status).toBe(418)
	const posted = await at('320.webp', {}, 'POST')
	expect([posted.status, posted.headers.allow]).toEqual([405, 'GET, HEAD'])
})
