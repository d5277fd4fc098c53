import { request } from 'node:http'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { write } from '@/db'
import { createSession } from '@/domain/sessions'
import { SESSION_COOKIE } from '@/lib/cookies'
import { filledDeskForm } from '../support/desk-form'
import { createStaff } from '../support/stories'
import { withServer } from './in-process-server'
import { FULL_RUN } from './sample'

const server = withServer()
let cookie = ''

beforeAll(async () => {
	const editor = await createStaff('editor')
	const { token } = await write((tx) => createSession(tx, editor.person.id))
	cookie = `${SESSION_COOKIE}=${token}`
})

/** 320 kbit/s, as on a slow phone line; 3.3 MB take 80 seconds. */
const SLOW = { bytes: 10 * 1024, everyMs: 250 }
const SLOW_UPLOAD_BYTES = 3_300_000

/** Uploads in small chunks. @returns the status and the duration in ms */
async function uploadSlowly(cookies: string): Promise<{ status: number; ms: number }> {
	const page = `${server.address}/desk/photographs`
	const background = 'rgb(0,60,90)'
	const picture = await sharp({ create: { width: 300, height: 200, channels: 3, background } })
		.jpeg()
		.toBuffer()
	// After the end of a JPEG file, where decoders do not read.
	const file = new Blob([new Uint8Array(picture), Buffer.alloc(SLOW_UPLOAD_BYTES)], { type: 'image/jpeg' })
	const changes = { photo: file, caption: 'The quay' }
	const filled = await filledDeskForm(page, { form: 'photo', changes, button: ['send', 'yes'], cookie })
	const whole = new Request(page, filled as RequestInit)
	const body = Buffer.from(await whole.arrayBuffer())
	const headers = { ...Object.fromEntries(whole.headers), cookie: cookies, 'content-length': body.length }
	const began = performance.now()
	return new Promise((resolve, reject) => {
		const sending = request(page, { method: 'POST', headers }, (response) => {
			clearInterval(timer)
			response.resume()
			resolve({ status: response.statusCode ?? 0, ms: performance.now() - began })
		})
		sending.on('error', reject)
		let at = 0
		const timer = setInterval(() => {
			sending.write(body.subarray(at, at + SLOW.bytes))
			at += SLOW.bytes
			if (at < body.length) return
			clearInterval(timer)
			sending.end()
		}, SLOW.everyMs)
	})
}

test.runIf(FULL_RUN)('only editors may take longer than a minute to upload', async () => {
	const [editor, anonymous] = await Promise.all([uploadSlowly(cookie), uploadSlowly('')])
	expect(editor.status).toBe(303)
	expect(editor.ms).toBeGreaterThan(70_000)
	expect(anonymous.status).toBe(408)
	expect(anonymous.ms).toBeLessThan(70_000)
})
