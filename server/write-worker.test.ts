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
	folder = mkdtempSync(join(tmpdir(), 'square-booth-'))
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

const [TALK, LISTEN, REFUSE, FAIL, END] = [0, 1, 2, 3, 4]

const workerRequest = (route: number, fields: Record<string, string> = {}): WorkerRequest => ({
	route,
	param: 'a-story',
	url: 'http://square.test/',
	headers: { cookie: 'c=1', 'content-type': 'application/x-www-form-urlencoded' },
	body: Buffer.from(new URLSearchParams(fields).toString()),
	clientIp: '192.0.2.1',
})

const json = ({ body }: { body: Uint8Array }) => JSON.parse(Buffer.from(body).toString())

test('a form goes in, its answer comes out, and what it changed is known before it', async () => {
	const taken = worker.dispatch(workerRequest(TALK, { name: 'Zoë & co' })).then((workerResponse) => {
		expect(received).toContain('told:Zoë & co')
		return workerResponse
	})
	const workerResponse = await taken
	expect(workerResponse).toMatchObject({ status: 200, cookies: ['a=1', 'b=2'], errorPage: null })
	expect(json(workerResponse)).toEqual({
		fields: { name: 'Zoë & co' },
		from: ['a-story', 'http://square.test/', 'c=1', '192.0.2.1'],
	})
})

test('what changes outside is known in there before the next form, and told once on either side', async () => {
	received.length = 0
	invalidate({ immediate: ['settings'], deferred: [] })
	await worker.dispatch(workerRequest(TALK, { name: 'once' }))
	const inside = json(await worker.dispatch(workerRequest(LISTEN))) as string[]
	expect(inside.filter((tag) => tag === 'settings')).toHaveLength(1)
	expect(inside.filter((tag) => tag === 'told:once')).toHaveLength(1)
	expect(received).toEqual(['settings', 'told:once'])
})

test('a refusal and a failure come out as what they are', async () => {
	expect((await worker.dispatch(workerRequest(REFUSE))).errorPage).toMatchObject({
		status: 422,
		detail: 'Not like this.',
	})
	await expect(worker.dispatch(workerRequest(FAIL))).rejects.toThrow('out of ink')
})

test('a booth that breaks down turns away who is in it, and is open for the next one', async () => {
	const broken = worker.dispatch(workerRequest(END))
	await expect(broken).rejects.toThrow('exited')
	expect((await worker.dispatch(workerRequest(TALK, { name: 'next' }))).status).toBe(200)
})
