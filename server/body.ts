import { IncomingMessage } from 'node:http'
import { FORM_BYTES_MAX } from '@/lib/form-size'

/** The body of a form, once all of it is here. The door has already refused what says it is too long. */
export function bodyOf(request: IncomingMessage): Promise<Buffer> {
	return new Promise((resolve, reject) => {
		const chunks: Buffer[] = []
		request
			.on('data', (chunk: Buffer) => chunks.push(chunk))
			.on('end', () => resolve(Buffer.concat(chunks)))
			.on('error', reject)
			.on('close', () => request.complete || reject(new Error('The form did not arrive whole.')))
	})
}

/** Whether the sender went away with the form half sent, so that nobody waits for an answer. */
export const wentAway = (request: IncomingMessage): boolean => request.destroyed && !request.complete

/**
 * The same request with a body that has arrived, so that nothing is begun for a form that comes in drops.
 * What is too large for a reader's form is a photograph for the desk, and is read as it comes.
 */
export async function arrived(request: IncomingMessage): Promise<IncomingMessage> {
	const length = Number(request.headers['content-length'] ?? 0)
	if (request.method !== 'POST' || length > FORM_BYTES_MAX) return request
	const body = await bodyOf(request)
	const whole = new IncomingMessage(request.socket)
	const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request
	Object.assign(whole, { method, url, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor })
	whole.headers = headers
	whole.complete = true
	whole.push(body)
	whole.push(null)
	return whole
}
