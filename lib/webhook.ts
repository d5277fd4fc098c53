import { createHmac, randomUUID } from 'node:crypto'

/** Bytes of a response that are read; an answer has fewer. */
const RESPONSE_BYTES_MAX = 16_384

/** Headers of the Standard Webhooks specification: id, time, and an HMAC over both and the body. */
function signedHeaders(secret: string, body: string, id: string = randomUUID(), at = new Date()) {
	const timestamp = String(Math.floor(at.getTime() / 1000))
	const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : secret
	const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
	return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}

/** Posts JSON to an operator's service, and parses its JSON response. @throws after the time limit, or without a 200 */
export async function askWebhook(
	url: string,
	{ secret, data, timeoutMs }: { secret: string; data: unknown; timeoutMs: number },
): Promise<unknown> {
	const body = JSON.stringify(data)
	const response = await fetch(url, {
		method: 'POST',
		body,
		headers: { 'Content-Type': 'application/json', ...signedHeaders(secret, body) },
		redirect: 'error',
		signal: AbortSignal.timeout(timeoutMs),
	})
	if (response.status !== 200) throw new Error(`The webhook answered ${response.status}.`)
	return JSON.parse(await textOf(response))
}

async function textOf(response: Response): Promise<string> {
	const chunks: Uint8Array[] = []
	let size = 0
	for await (const chunk of response.body ?? []) {
		size += chunk.length
		if (size > RESPONSE_BYTES_MAX) throw new Error('The response of the webhook is too long.')
		chunks.push(chunk)
	}
	return Buffer.concat(chunks).toString('utf8')
}
