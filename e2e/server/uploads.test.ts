import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase } from '@/db/connection'
import { migrate } from '@/db/migrate'
import { write } from '@/db/write'
import { someone } from '@/domain/fixtures'
import { openSession } from '@/domain/sessions'
import { SESSION_COOKIE } from '@/lib/cookies'
import { UPLOADS_BUSY } from '@/lib/media'
import { createSecret } from '@/lib/secret'
import { filledDeskForm } from '@/scripts/running/desk-form'
import { openHouse, type RunningHouse } from '@/scripts/running/house'
import { WHOLE } from './share'

const UPLOADS = 20
const UPLOAD_BYTES = 16.7 * 1024 * 1024
/** All twenty bodies are 334 MB; one of them is held, several times. */
const GROWTH_MB_MAX = 250

let folder: string
let house: RunningHouse
let cookie: string
/** Behind the end of a JPEG file, where decoders do not look; shared by all uploads. */
const padding = new Blob([Buffer.alloc(UPLOAD_BYTES)])

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'square-uploads-'))
	process.env.DATA_DIR = folder
	migrate()
	createSecret(join(folder, 'secret'))
	const editor = await someone('editor')
	const { token } = await write((tx) => openSession(tx, editor.person.id))
	cookie = `${SESSION_COOKIE}=${token}`
	closeDatabase()
	house = await openHouse({ port: await freePort(), dataDir: folder })
})

afterAll(async () => {
	await house.close()
	rmSync(folder, { recursive: true, force: true })
})

function freePort(): Promise<number> {
	const probe = createServer()
	return new Promise((resolve) =>
		probe.listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as AddressInfo
			probe.close(() => resolve(port))
		}),
	)
}

async function photo(number: number): Promise<Blob> {
	const background = `rgb(${number * 12},0,0)`
	const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background } })
		.jpeg()
		.toBuffer()
	return new Blob([new Uint8Array(bytes), padding], { type: 'image/jpeg' })
}

async function upload(file: Blob): Promise<Response> {
	const page = `${house.url}/desk/photographs`
	const changes = { photo: file, caption: 'The quay' }
	const filled = await filledDeskForm(page, { form: 'photo', changes, button: ['send', 'yes'], cookie })
	return fetch(page, { ...(filled as RequestInit), redirect: 'manual' })
}

/** 320 kbit/s, as the line of a telephone may have; 3 MB take 80 seconds. */
const SLOW = { bytes: 10 * 1024, everyMs: 250 }
const SLOW_UPLOAD_BYTES = 3_300_000

/** Sends an upload in drops. @returns the status, and how long it took in ms */
async function uploadSlowly(cookies: string): Promise<{ status: number; ms: number }> {
	const page = `${house.url}/desk/photographs`
	const file = new Blob([await photo(1).then((whole) => whole.slice(0, SLOW_UPLOAD_BYTES))], {
		type: 'image/jpeg',
	})
	const changes = { photo: file, caption: 'The quay' }
	const filled = await filledDeskForm(page, { form: 'photo', changes, button: ['send', 'yes'], cookie })
	const whole = new Request(page, filled as RequestInit)
	const body = Buffer.from(await whole.arrayBuffer())
	const headers = { ...Object.fromEntries(whole.headers), cookie: cookies, 'content-length': body.length }
	const began = performance.now()
	return new Promise((resolve, reject) => {
		const sending = request(page, { method: 'POST', headers }, (response) => {
			clearInterval(drops)
			response.resume()
			resolve({ status: response.statusCode ?? 0, ms: performance.now() - began })
		})
		sending.on('error', reject)
		let at = 0
		const drops = setInterval(() => {
			sending.write(body.subarray(at, at + SLOW.bytes))
			at += SLOW.bytes
			if (at < body.length) return
			clearInterval(drops)
			sending.end()
		}, SLOW.everyMs)
	})
}

const peakMb = () =>
	Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${house.pid}/status`, 'utf8'))?.[1]) / 1024

test('twenty large uploads at once are taken or answered 503 within bounded memory', async () => {
	expect((await upload(await photo(0))).status).toBe(303)
	const before = peakMb()
	const files = await Promise.all(Array.from({ length: UPLOADS }, (_, number) => photo(number + 1)))
	const answers = await Promise.all(files.map(upload))
	const statuses = answers.map(({ status }) => status)
	const refused = answers.filter(({ status }) => status === 503)
	expect(statuses.filter((status) => status === 303).length).toBeGreaterThanOrEqual(10)
	expect(statuses.filter((status) => status !== 303 && status !== 503)).toEqual([])
	for (const response of refused) {
		expect(response.headers.get('retry-after')).toMatch(/^\d+$/)
		expect(await response.text()).toContain(UPLOADS_BUSY)
	}
	expect(peakMb() - before).toBeLessThan(GROWTH_MB_MAX)
	expect((await upload(files.at(-1) as Blob)).status).toBe(303)
})

test.runIf(WHOLE)('a slow line may take longer than a minute to upload, for editors alone', async () => {
	const [editor, stranger] = await Promise.all([uploadSlowly(cookie), uploadSlowly('')])
	expect(editor.status).toBe(303)
	expect(editor.ms).toBeGreaterThan(70_000)
	expect(stranger.status).toBe(408)
	expect(stranger.ms).toBeLessThan(70_000)
})
