import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

export type RequestOptions = {
	method?: string
	headers?: Record<string, string>
	body?: string | Buffer
	/** Loopback address to connect from, which simulates another client. */
	localAddress?: string
}

export type HttpResponse = {
	status: number
	headers: Record<string, string | undefined>
	cookies: string[]
	/** The body's bytes as received, still encoded. */
	bytes: Buffer
	/** The decoded body as text. */
	text: string
}

const TIMEOUT_MS = 20_000

/** Sends one request as a browser or proxy does: adds no header, follows no redirect, keeps no cookie. */
export function sendRequest(
	url: string,
	{ method = 'GET', headers = {}, body, localAddress }: RequestOptions = {},
): Promise<HttpResponse> {
	return new Promise((resolve, reject) => {
		const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }
		const call = request(url, {
			method,
			headers: { ...headers, ...length },
			localAddress,
			agent: false,
		})
		call.setTimeout(TIMEOUT_MS, () => call.destroy(new Error(`${url} sent no response.`)))
		call.on('error', reject)
		call.on('response', async (response) => {
			const chunks: Buffer[] = []
			for await (const chunk of response) chunks.push(chunk)
			const bytes = Buffer.concat(chunks)
			const plain = response.headers as Record<string, string | undefined>
			resolve({
				status: response.statusCode ?? 0,
				headers: plain,
				cookies: response.headers['set-cookie'] ?? [],
				bytes,
				text: decoded(bytes, plain['content-encoding']),
			})
		})
		call.end(body)
	})
}

/** Posts a URL-encoded form as a browser without scripts does. */
export const post = (
	url: string,
	fields: Record<string, string>,
	options: RequestOptions = {},
): Promise<HttpResponse> =>
	sendRequest(url, {
		...options,
		method: 'POST',
		headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'text/html', ...options.headers },
		body: new URLSearchParams(fields).toString(),
	})

/** The `Cookie` header that a browser sends after these `Set-Cookie` headers, without deleted cookies. */
export const cookieHeader = (...lines: string[]): string =>
	lines
		.filter((line) => !/;\s*Max-Age=0(;|$)/i.test(line))
		.map((line) => line.split(';', 1)[0])
		.join('; ')

function decoded(bytes: Buffer, encoding: string | undefined): string {
	if (bytes.length === 0) return ''
	if (encoding === 'br') return brotliDecompressSync(bytes).toString()
	return (encoding === 'gzip' ? gunzipSync(bytes) : bytes).toString()
}
