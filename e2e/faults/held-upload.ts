import { request } from 'node:http'
import type { RequestOptions } from '../support/http-client'

/** The last of ten uploads waits until nine photographs are processed, on a busy machine. */
const TIMEOUT_MS = 300_000

export type UploadAnswer = { status: number; retryAfter?: string; bodySent: boolean }

/** Sends an upload's head, and its body unless a response arrives before `sendBody` resolves. */
export function holdUpload(
	url: string,
	{ method, headers, body = '' }: RequestOptions,
	sendBody: Promise<unknown>,
): Promise<UploadAnswer> {
	return new Promise((resolve, reject) => {
		const length = { 'Content-Length': String(Buffer.byteLength(body)) }
		const call = request(url, { method, headers: { ...headers, ...length }, agent: false })
		let bodySent = false
		call.setTimeout(TIMEOUT_MS, () => call.destroy(new Error(`${url} sent no response.`)))
		call.on('error', reject)
		call.on('response', ({ statusCode = 0, headers: { 'retry-after': retryAfter } }) => {
			resolve({ status: statusCode, retryAfter, bodySent })
			call.off('error', reject).on('error', () => {})
			call.destroy()
		})
		call.flushHeaders()
		sendBody.then(() => {
			if (call.destroyed) return
			bodySent = true
			call.end(body)
		})
	})
}
