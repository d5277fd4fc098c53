import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { announce, onChanges } from '@/lib/changes'
import { Booth, type Slip } from './booth'

let folder: string
let booth: Booth
const heard: string[] = []

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'square-booth-'))
	const outfile = join(folder, 'booth.mjs')
	await build({
		entryPoints: ['server/booth.fixture.ts'],
		bundle: true,
		platform: 'node',
		format: 'esm',
		outfile,
	})
	onChanges(({ now }) => heard.push(...now))
	booth = new Booth(outfile)
})

afterAll(async () => {
	await booth.close()
	rmSync(folder, { recursive: true, force: true })
})

const [TALK, LISTEN, REFUSE, FAIL, END] = [0, 1, 2, 3, 4]

const slip = (route: number, fields: Record<string, string> = {}): Slip => ({
	route,
	part: 'a-story',
	url: 'http://square.test/',
	headers: { cookie: 'c=1', 'content-type': 'application/x-www-form-urlencoded' },
	body: Buffer.from(new URLSearchParams(fields).toString()),
	address: '192.0.2.1',
})

const json = ({ body }: { body: Uint8Array }) => JSON.parse(Buffer.from(body).toString())

test('a form goes in, its answer comes out, and what it changed is known before it', async () => {
	const taken = booth.take(slip(TALK, { name: 'Zoë & co' })).then((receipt) => {
		expect(heard).toContain('told:Zoë & co')
		return receipt
	})
	const receipt = await taken
	expect(receipt).toMatchObject({ status: 200, cookies: ['a=1', 'b=2'], problem: null })
	expect(json(receipt)).toEqual({
		fields: { name: 'Zoë & co' },
		from: ['a-story', 'http://square.test/', 'c=1', '192.0.2.1'],
	})
})

test('what changes outside is known in there before the next form, and told once on either side', async () => {
	heard.length = 0
	announce({ now: ['settings'], soon: [] })
	await booth.take(slip(TALK, { name: 'once' }))
	const inside = json(await booth.take(slip(LISTEN))) as string[]
	expect(inside.filter((tag) => tag === 'settings')).toHaveLength(1)
	expect(inside.filter((tag) => tag === 'told:once')).toHaveLength(1)
	expect(heard).toEqual(['settings', 'told:once'])
})

test('a refusal and a failure come out as what they are', async () => {
	expect((await booth.take(slip(REFUSE))).problem).toMatchObject({ status: 422, detail: 'Not like this.' })
	await expect(booth.take(slip(FAIL))).rejects.toThrow('out of ink')
})

test('a booth that breaks down turns away who is in it, and is open for the next one', async () => {
	const broken = booth.take(slip(END))
	await expect(broken).rejects.toThrow('closed')
	expect((await booth.take(slip(TALK, { name: 'next' }))).status).toBe(200)
})
