import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase, migrate, write } from '@/db'
import { createSession } from '@/domain/sessions'
import { SESSION_COOKIE } from '@/lib/cookies'
import { UPLOADS_BUSY, UPLOADS_RETRY_SECONDS } from '@/lib/photo-paths'
import { createSecret } from '@/lib/secret'
import { filledDeskForm } from '../support/desk-form'
import { freePort } from '../support/free-port'
import { type ServerProcess, startServer } from '../support/server-process'
import { createStaff } from '../support/stories'

const UPLOADS = 20
const TAKEN_MIN = 3
const UPLOAD_BYTES = 16.7 * 1024 * 1024
/** Limit of memory growth; all twenty bodies are 334 MB, and one of them is in memory several times. */
const GROWTH_MB_MAX = 250

let folder: string
let server: ServerProcess
let cookie: string
/** Padding after the end of a JPEG file, where decoders do not read; shared by all uploads. */
const padding = new Blob([Buffer.alloc(UPLOAD_BYTES)])

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'square-uploads-'))
	process.env.DATA_DIR = folder
	await migrate()
	createSecret(join(folder, 'secret'))
	const editor = await createStaff('editor')
	const { token } = await write((tx) => createSession(tx, editor.person.id))
	cookie = `${SESSION_COOKIE}=${token}`
	await closeDatabase()
	server = await startServer({ port: await freePort(), dataDir: folder })
})

afterAll(async () => {
	await server.close()
	rmSync(folder, { recursive: true, force: true })
})

async function photo(number: number): Promise<Blob> {
	const background = `rgb(${number * 12},0,0)`
	const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background } })
		.jpeg()
		.toBuffer()
	return new Blob([new Uint8Array(bytes), padding], { type: 'image/jpeg' })
}

async function upload(file: Blob): Promise<Response> {
	const page = `${server.url}/desk/photographs`
	const changes = { photo: file, caption: 'The quay' }
	const filled = await filledDeskForm(page, { form: 'photo', changes, button: ['send', 'yes'], cookie })
	return fetch(page, { ...(filled as RequestInit), redirect: 'manual' })
}

const peakMb = () =>
	Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024

test('twenty large uploads stay within the memory limit', async () => {
	expect((await upload(await photo(0))).status).toBe(303)
	const before = peakMb()
	const files = await Promise.all(Array.from({ length: UPLOADS }, (_, number) => photo(number + 1)))
	const answers = await Promise.all(files.map(upload))
	const statuses = answers.map(({ status }) => status)
	const refused = answers.filter(({ status }) => status === 503)
	// The number that can be processed in time: ten, or fewer on a busy machine.
	expect(statuses.filter((status) => status === 303).length).toBeGreaterThanOrEqual(TAKEN_MIN)
	expect(statuses.filter((status) => status !== 303 && status !== 503)).toEqual([])
	for (const response of refused) {
		expect(response.headers.get('retry-after')).toBe(String(UPLOADS_RETRY_SECONDS))
		expect(await response.text()).toContain(UPLOADS_BUSY)
	}
	expect(peakMb() - before).toBeLessThan(GROWTH_MB_MAX)
	expect((await upload(files.at(-1) as Blob)).status).toBe(303)
})
