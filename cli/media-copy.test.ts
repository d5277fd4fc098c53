import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { S3Server } from '@/e2e/support/s3-server'
import { copyMedia } from './media-copy'

const TARGET = 's3://pictures/copies'

let server: S3Server
let folder: string
const hashes: string[] = []
beforeAll(async () => {
	server = await new S3Server().start()
})
afterAll(() => server.stop())
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'square-copy-'))
	for (const [name, value] of Object.entries({ ...server.environment, DATA_DIR: folder }))
		vi.stubEnv(name, value)
	for (const name of ['log', 'error'] as const) vi.spyOn(console, name).mockImplementation(() => {})
	hashes.splice(0)
	for (const text of ['first', 'second']) hashes.push(photo(text))
	server.objects.clear()
	server.fault = () => null
})
afterEach(() => {
	vi.unstubAllEnvs()
	process.exitCode = undefined
	rmSync(folder, { recursive: true })
})

function photo(text: string): string {
	const hash = createHash('sha256').update(text).digest('hex')
	mkdirSync(join(folder, 'media', hash), { recursive: true })
	writeFileSync(join(folder, 'media', hash, 'original.jpg'), text)
	writeFileSync(join(folder, 'media', hash, '320.avif'), `${text} small`)
	return hash
}

const content = () =>
	Object.fromEntries(
		readdirSync(join(folder, 'media'), { recursive: true })
			.map(String)
			.filter((path) => path.includes('.'))
			.map((path) => [path, readFileSync(join(folder, 'media', path), 'utf8')]),
	)

test('photographs are copied to the store and back, once', async () => {
	const before = content()
	await copyMedia(['--to', TARGET])
	expect(server.objects.size).toBe(4)
	server.requests.splice(0)
	await copyMedia(['--to', TARGET])
	expect(server.requests.filter((each) => each.startsWith('PUT'))).toEqual([])
	expect(console.log).toHaveBeenLastCalledWith(expect.stringContaining('0 photographs were copied'))
	rmSync(join(folder, 'media'), { recursive: true })
	await copyMedia(['--from', TARGET])
	expect(content()).toEqual(before)
	expect(process.exitCode).toBeUndefined()
})

test('a run that the store interrupted is continued', async () => {
	server.fault = (method, key) =>
		method === 'PUT' && key.includes(hashes[1] ?? '') ? { status: 403, code: 'AccessDenied' } : null
	await copyMedia(['--to', TARGET])
	expect([server.objects.size, process.exitCode]).toEqual([2, 1])
	server.fault = () => null
	await copyMedia(['--to', TARGET])
	expect(server.objects.size).toBe(4)
})

test('a damaged original is named, and copied in neither direction', async () => {
	await copyMedia(['--to', TARGET])
	const key = `copies/${hashes[0]}/original.jpg`
	const stored = server.objects.get(key)
	rmSync(join(folder, 'media'), { recursive: true })
	server.objects.set(key, { body: Buffer.from('damaged'), headers: {} })
	await copyMedia(['--from', TARGET])
	expect(readdirSync(join(folder, 'media'))).toEqual([hashes[1]])
	server.objects.set(key, { body: Buffer.from('damaged'), headers: stored?.headers ?? {} })
	await copyMedia(['--from', TARGET])
	expect(console.error).toHaveBeenCalledWith(expect.stringContaining('other bytes than were put'))
	server.objects.clear()
	photo('first')
	writeFileSync(join(folder, 'media', hashes[0] ?? '', 'original.jpg'), 'damaged')
	await copyMedia(['--to', TARGET])
	expect([server.objects.size, process.exitCode]).toEqual([2, 1])
})

test.each([[[]], [['--to', 'pictures']], [['--to', TARGET, '--from', TARGET]]])(
	'%j is refused',
	async (args) => {
		await expect(copyMedia(args)).rejects.toThrow('Please give --to or --from')
	},
)
