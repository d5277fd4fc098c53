import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase, migrate, readDb, write } from '@/db'
import { photos } from '@/db/schema'
import { createSession } from '@/domain/sessions'
import { SESSION_COOKIE } from '@/lib/cookies'
import { createSecret } from '@/lib/secret'
import { eventually } from '@/lib/testing'
import { filledDeskForm } from '../support/desk-form'
import { freePort } from '../support/free-port'
import { S3Server } from '../support/s3-server'
import { type ServerProcess, startServer } from '../support/server-process'
import { createStaff } from '../support/stories'

let folder: string
let bucket: S3Server
let server: ServerProcess
let cookie: string

const start = async () =>
	startServer({ port: await freePort(), dataDir: folder, settings: bucket.environment })

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'square-remote-'))
	process.env.DATA_DIR = folder
	await migrate()
	createSecret(join(folder, 'secret'))
	const editor = await createStaff('editor')
	const { token } = await write((tx) => createSession(tx, editor.person.id))
	cookie = `${SESSION_COOKIE}=${token}`
	await closeDatabase()
	bucket = await new S3Server().start()
	server = await start()
})

afterAll(async () => {
	await server.close()
	await closeDatabase()
	await bucket.stop()
	rmSync(folder, { recursive: true, force: true })
})

async function upload(colour: string, caption: string): Promise<Response> {
	const create = { width: 400, height: 300, channels: 3 as const, background: colour }
	const bytes = await sharp({ create }).jpeg().toBuffer()
	const page = `${server.url}/desk/photographs`
	const changes = { photo: new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), caption }
	const filled = await filledDeskForm(page, { form: 'photo', changes, button: ['send', 'yes'], cookie })
	return fetch(page, { ...(filled as RequestInit), redirect: 'manual' })
}

const picturePath = (name: string) =>
	`${server.url}/media/${[...bucket.objects.keys()][0]?.split('/')[1]}/${name}`
const statusOf = async (url: string) => {
	const answer = await fetch(url)
	await answer.arrayBuffer()
	return answer.status
}

test('an uploaded photograph is in the bucket alone, and served from there', async () => {
	expect((await upload('teal', 'The quay')).status).toBe(303)
	expect(bucket.objects.size).toBeGreaterThan(5)
	expect(readdirSync(join(folder, 'media'))).toEqual([])
	expect(await statusOf(picturePath('320.webp'))).toBe(200)
	expect(await statusOf(picturePath('original.jpg'))).toBe(404)
})

test('without the store, pages stay whole and uploads keep their words', async () => {
	bucket.fault = () => 'reset'
	const statuses = [server.url, picturePath('320.webp'), picturePath('320.avif')].map(statusOf)
	expect(await Promise.all(statuses)).toEqual([200, 200, 503])
	const answer = await upload('navy', 'The mill at dusk')
	const html = await answer.text()
	expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30'])
	expect(html).toContain('The store of the photographs does not work at the moment')
	expect(html).toContain('The mill at dusk')
	bucket.fault = () => null
	expect(readdirSync(join(folder, 'media'))).toEqual([])
})

test('an upload killed between its objects is undone by the next start', async () => {
	const before = bucket.objects.size
	const exited = once(server.child, 'exit')
	let puts = 0
	bucket.fault = (method) => {
		if (method !== 'PUT' || ++puts <= 4) return null
		process.kill(server.pid, 'SIGKILL')
		return { delayMs: 1_000 }
	}
	await expect(upload('plum', 'Cut short')).rejects.toThrow()
	await exited
	bucket.fault = () => null
	expect(bucket.objects.size).toBeGreaterThan(before)
	server = await start()
	await eventually(() =>
		expect(server.output()).toContain('0 photographs completed, 1 unconfirmed ones deleted'),
	)
	expect([bucket.objects.size, readdirSync(join(folder, 'media'))]).toEqual([before, []])
	expect(await readDb().$count(photos)).toBe(1)
	expect((await upload('plum', 'Again')).status).toBe(303)
})

test('a start with a wrong key is refused with the remedy', async () => {
	const settings = { ...bucket.environment, AWS_SECRET_ACCESS_KEY: 'another' }
	const refused = startServer({
		port: await freePort(),
		dataDir: mkdtempSync(join(folder, 'new-')),
		settings,
	})
	await expect(refused).rejects.toThrow(/AWS_SECRET_ACCESS_KEY does not belong to AWS_ACCESS_KEY_ID/)
})
