import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { S3Server } from '@/e2e/support/s3-server'
import { S3Store } from './s3-store'

const HASH = 'a'.repeat(64)
const LIMITS = { readMs: 300, bodyMs: 300, writeMs: 300, idleMs: 300, retries: 2, backoffMs: 1 }

let server: S3Server
let folder: string
let store: S3Store
beforeAll(async () => {
	server = await new S3Server().start()
	folder = mkdtempSync(join(tmpdir(), 'square-s3-'))
	writeFileSync(join(folder, 'original.jpg'), 'original')
	writeFileSync(join(folder, '320.avif'), 'small')
})
afterAll(async () => {
	await server.stop()
	rmSync(folder, { recursive: true })
})
beforeEach(() => {
	vi.spyOn(console, 'error').mockImplementation(() => {})
	server.objects.clear()
	server.requests.splice(0)
	server.fault = () => null
	store = new S3Store({ ...server.settings, prefix: 'site/' }, LIMITS)
})

const unavailable = { name: 'Refusal', code: 'unavailable', retryAfter: 30 }

test('files are added, listed in pages, read in parts and deleted', async () => {
	server.pageSize = 1
	expect(await store.isEmpty()).toBe(true)
	await store.add(HASH, folder)
	await store.add('b'.repeat(64), folder)
	expect((await store.hashes()).sort()).toEqual([HASH, 'b'.repeat(64)])
	expect(await store.files(HASH)).toEqual([
		{ name: '320.avif', bytes: 5 },
		{ name: 'original.jpg', bytes: 8 },
	])
	expect(await store.read(HASH, '320.avif', 5)).toEqual(Buffer.from('small'))
	expect([await store.read(HASH, '320.avif', 4), await store.read(HASH, '1.avif', 4)]).toEqual([null, null])
	expect([await store.size(HASH, '320.avif'), await store.size(HASH, '1.avif')]).toEqual([5, null])
	const part = await store.stream(HASH, 'original.jpg', { start: 1, end: 3 })
	expect(await new Response(part as unknown as BodyInit).text()).toBe('rig')
	await store.delete(HASH)
	expect([...server.objects.keys()].every((key) => key.includes('/bbb'))).toBe(true)
	server.pageSize = 1_000
})

test('derivatives are immutable, originals private, and only missing files are sent', async () => {
	await store.add(HASH, folder)
	const headers = (name: string) => server.objects.get(`site/${HASH}/${name}`)?.headers
	expect(headers('320.avif')).toMatchObject({
		'content-type': 'image/avif',
		'cache-control': 'public, max-age=31536000, immutable',
	})
	expect(headers('original.jpg')).toMatchObject({ 'cache-control': 'private, no-store' })
	server.objects.delete(`site/${HASH}/320.avif`)
	server.requests.splice(0)
	await store.add(HASH, folder)
	expect(server.requests.filter((each) => each.startsWith('PUT'))).toEqual([`PUT site/${HASH}/320.avif`])
})

test.each([
	['an error', { status: 503, code: 'SlowDown' }],
	['a closed connection', 'reset'],
] as const)('%s is tried again', async (_, fault) => {
	let faults = 2
	server.fault = () => (faults-- > 0 ? fault : null)
	await store.add(HASH, folder)
	expect(server.objects.size).toBe(2)
})

test('an addition that fails half-way leaves no file', async () => {
	server.fault = (method, key) =>
		method === 'PUT' && key.endsWith('.jpg') ? { status: 500, code: 'InternalError' } : null
	await expect(store.add(HASH, folder)).rejects.toMatchObject(unavailable)
	expect(server.objects.size).toBe(0)
	expect(console.error).toHaveBeenCalledWith(
		expect.stringContaining('s3://pictures/site/ failed: it answered 500 InternalError'),
	)
})

test('a silent store fails within the limits, then at once', async () => {
	server.fault = () => ({ delayMs: 60_000 })
	const began = performance.now()
	await expect(store.size(HASH, '320.avif')).rejects.toMatchObject(unavailable)
	expect(performance.now() - began).toBeLessThan(5_000)
	server.requests.splice(0)
	await expect(store.size(HASH, '320.avif')).rejects.toMatchObject(unavailable)
	expect(server.requests).toEqual([])
})

test('a full disk is not taken for a fault of the store', async () => {
	await expect(store.client.putFile('a', join(folder, 'missing'), {})).rejects.toMatchObject({
		code: 'ENOENT',
	})
	await store.add(HASH, folder)
	const download = store.client.download(store.key(HASH, '320.avif'), '/dev/full')
	await expect(download).rejects.toMatchObject({ code: 'ENOSPC' })
})

test('a wrong secret is refused once, and never logged', async () => {
	const wrong = new S3Store({ ...server.settings, secretAccessKey: 'wrong-secret', prefix: '' }, LIMITS)
	await expect(wrong.add(HASH, folder)).rejects.toMatchObject(unavailable)
	expect(server.requests).toHaveLength(1)
	const logged = JSON.stringify(vi.mocked(console.error).mock.calls)
	expect(logged).toContain('403 SignatureDoesNotMatch')
	expect(logged).not.toContain('wrong-secret')
})
