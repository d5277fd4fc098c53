import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { invalidate, onInvalidate } from '@/lib/invalidation'
import { type WorkerRequest, WriteWorker } from './write-worker'

let folder: string
let worker: WriteWorker
const received: string[] = []

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'square-write-worker-'))
	const outfile = join(folder, 'write-worker.mjs')
	await build({
		entryPoints: ['server/write-worker.fixture.ts'],
		bundle: true,
		platform: 'node',
		format: 'esm',
		outfile,
	})
	onInvalidate(({ immediate }) => received.push(...immediate))
	worker = new WriteWorker(outfile)
})

afterAll(async () => {
	await worker.close()
	rmSync(folder, { recursive: true, force: true })
})

const [WRITE, LIST_RECEIVED, ERROR_PAGE, THROW, EXIT] = [0, 1, 2, 3, 4]

const workerRequest = (route: number, fields: Record<string, string> = {}): WorkerRequest => ({
	route,
	param: 'a-story',
	url: 'http://square.test/',
	headers: { cookie: 'c=1', 'content-type': 'application/x-www-form-urlencoded' },
	body: Buffer.from(new URLSearchParams(fields).toString()),
	clientIp: '192.0.2.1',
})

const json = ({ body }: { body: Uint8Array }) => JSON.parse(Buffer.from(body).toString())

test('invalidations of a write arrive before its response', async () => {
	const pending = worker.dispatch(workerRequest(WRITE, { name: 'Zoë & co' })).then((workerResponse) => {
		expect(received).toContain('written:Zoë & co')
		return workerResponse
	})
	const workerResponse = await pending
	expect(workerResponse).toMatchObject({ status: 200, cookies: ['a=1', 'b=2'], errorPage: null })
	expect(json(workerResponse)).toEqual({
		fields: { name: 'Zoë & co' },
		from: ['a-story', 'http://square.test/', 'c=1', '192.0.2.1'],
	})
})

test('each invalidation reaches the other thread exactly once', async () => {
	received.length = 0
	invalidate({ immediate: ['settings'], deferred: [] })
	await worker.dispatch(workerRequest(WRITE, { name: 'once' }))
	const receivedInWorker = json(await worker.dispatch(workerRequest(LIST_RECEIVED))) as string[]
	expect(receivedInWorker.filter((tag) => tag === 'settings')).toHaveLength(1)
	expect(receivedInWorker.filter((tag) => tag === 'written:once')).toHaveLength(1)
	expect(received).toEqual(['settings', 'written:once'])
})

test('error pages and thrown errors pass between threads', async () => {
	expect((await worker.dispatch(workerRequest(ERROR_PAGE))).errorPage).toMatchObject({
		status: 422,
		detail: 'Not like this.',
	})
	await expect(worker.dispatch(workerRequest(THROW))).rejects.toThrow('route failed')
})

test('a worker exit rejects pending requests; the next starts a new thread', async () => {
	const interrupted = worker.dispatch(workerRequest(EXIT))
	await expect(interrupted).rejects.toThrow('exited')
	expect((await worker.dispatch(workerRequest(WRITE, { name: 'next' }))).status).toBe(200)
})
