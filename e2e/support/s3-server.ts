import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type StoredObject = { body: Buffer; headers: Record<string, string> }
/** What happens to a request instead of its response: a status, a dropped connection, half a body, or no answer for a time. */
export type S3Fault = { status: number; code: string } | 'reset' | 'cut' | { delayMs: number }

const ACCESS_KEY = 'test-key-id'
const SECRET_KEY = 'test-secret/with+signs'
const REGION = 'test-region-1'
export const BUCKET = 'pictures'
/** Headers of an object that are sent back with it. */
const KEPT = ['content-type', 'cache-control', 'x-amz-meta-sha256']
const CLOCK_SKEW_MS_MAX = 15 * 60_000

/**
 * An S3 server in memory for tests: puts, gets with ranges, lists in pages, and deletes objects of one bucket. It checks
 * each signature by a verifier of its own, the hash of each body, and its length.
 */
export class S3Server {
	readonly objects = new Map<string, StoredObject>()
	/** Requests as `PUT key`. */
	readonly requests: string[] = []
	/** Chooses a fault for a request by its method and key. */
	fault: (method: string, key: string) => S3Fault | null | Promise<null> = () => null
	/** Objects on a page of a list. */
	pageSize = 1_000
	readonly #server: Server

	constructor() {
		this.#server = createServer((request, response) => {
			this.#handle(request, response).catch(() => request.socket.destroy())
		})
	}

	async start(port = 0): Promise<this> {
		await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve))
		return this
	}

	get settings() {
		const { port } = this.#server.address() as AddressInfo
		const keys = { accessKeyId: ACCESS_KEY, secretAccessKey: SECRET_KEY, region: REGION }
		return { endpoint: `http://127.0.0.1:${port}`, bucket: BUCKET, ...keys }
	}

	/** Environment variables of a site that uses this server. */
	get environment(): Record<string, string> {
		const { endpoint, bucket, accessKeyId, secretAccessKey, region } = this.settings
		return {
			...{ MEDIA_URL: `s3://${bucket}/site`, S3_ENDPOINT: endpoint, S3_REGION: region },
			...{ AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey },
		}
	}

	async stop(): Promise<void> {
		this.#server.closeAllConnections()
		await new Promise((resolve) => this.#server.close(resolve))
	}

	async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const url = new URL(request.url ?? '/', 'http://s3.test')
		const [bucket = '', ...rest] = url.pathname.slice(1).split('/').map(decodeURIComponent)
		const key = rest.join('/')
		const method = request.method ?? ''
		this.requests.push(`${method} ${key}`)
		const fault = await this.fault(method, key)
		if (fault === 'reset') return void request.socket.destroy()
		const parts: Buffer[] = []
		for await (const part of request) parts.push(part)
		const body = Buffer.concat(parts)
		if (fault === 'cut') return cutOff(response, this.objects.get(key)?.body)
		if (fault && 'delayMs' in fault)
			await new Promise((resolve) => setTimeout(resolve, fault.delayMs).unref())
		else if (fault) return fail(response, fault.status, fault.code)
		const problem = signatureProblem(request, body)
		if (problem) return fail(response, 403, problem)
		if (bucket !== BUCKET) return fail(response, 404, 'NoSuchBucket')
		if (method === 'GET' && key === '') return this.#list(url.searchParams, response)
		if (method === 'PUT') return this.#put(key, request, body, response)
		if (method === 'DELETE') {
			this.objects.delete(key)
			return void response.writeHead(204).end()
		}
		this.#get(key, request, response)
	}

	#put(key: string, { headers }: IncomingMessage, body: Buffer, response: ServerResponse) {
		if (headers['content-length'] === undefined) return fail(response, 411, 'MissingContentLength')
		const kept = KEPT.flatMap((name) => (headers[name] ? [[name, String(headers[name])]] : []))
		this.objects.set(key, { body, headers: Object.fromEntries(kept) })
		response.writeHead(200, { ETag: `"${createHash('md5').update(body).digest('hex')}"` }).end()
	}

	#get(key: string, { method, headers }: IncomingMessage, response: ServerResponse) {
		const found = this.objects.get(key)
		if (!found) return fail(response, 404, 'NoSuchKey', method === 'HEAD')
		const range = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '')
		const [from, to] = range ? [Number(range[1]), Number(range[2]) + 1] : [0, found.body.length]
		const body = found.body.subarray(from, to)
		response.writeHead(range ? 206 : 200, { ...found.headers, 'Content-Length': body.length })
		response.end(method === 'HEAD' ? undefined : body)
	}

	#list(query: URLSearchParams, response: ServerResponse): void {
		const [prefix, delimiter] = [query.get('prefix') ?? '', query.get('delimiter')]
		const after = query.get('continuation-token') ?? ''
		const max = Math.min(this.pageSize, Number(query.get('max-keys') ?? this.pageSize))
		const entries = new Map<string, string>()
		for (const [key, { body }] of this.objects) {
			if (!key.startsWith(prefix)) continue
			const end = delimiter ? key.indexOf(delimiter, prefix.length) : -1
			const folder = key.slice(0, end + 1)
			if (end >= 0) entries.set(folder, `<CommonPrefixes><Prefix>${folder}</Prefix></CommonPrefixes>`)
			else entries.set(key, `<Contents><Key>${key}</Key><Size>${body.length}</Size></Contents>`)
		}
		const left = [...entries].filter(([key]) => key > after).sort(([a], [b]) => (a < b ? -1 : 1))
		const page = left.slice(0, max)
		const next = left.length > max ? page.at(-1)?.[0] : undefined
		const token = next === undefined ? '' : `<NextContinuationToken>${next}</NextContinuationToken>`
		response.writeHead(200, { 'Content-Type': 'application/xml' })
		const xml = page.map(([, text]) => text).join('')
		response.end(`<?xml version="1.0"?><ListBucketResult>${xml}${token}</ListBucketResult>`)
	}
}

/** Ends the connection in the middle of the body. */
function cutOff(response: ServerResponse, body: Buffer = Buffer.alloc(0)): void {
	response.writeHead(200, { 'Content-Length': body.length })
	response.write(body.subarray(0, body.length / 2), () => response.socket?.destroy())
}

function fail(response: ServerResponse, status: number, code: string, silent = false): void {
	response.writeHead(status, { 'Content-Type': 'application/xml' })
	response.end(silent ? undefined : `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`)
}

/** Recomputes the signature from the request as received, by the specification; null if it is right. */
function signatureProblem({ method, url = '', headers }: IncomingMessage, body: Buffer): string | null {
	const found =
		/^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([\w-]+)\/s3\/aws4_request, ?SignedHeaders=([\w;-]+), ?Signature=([0-9a-f]{64})$/.exec(
			headers.authorization ?? '',
		)
	if (!found) return 'AccessDenied'
	const [, id, day = '', region = '', names = '', given = ''] = found
	const [time, bodyHash] = [String(headers['x-amz-date']), String(headers['x-amz-content-sha256'])]
	if (id !== ACCESS_KEY) return 'InvalidAccessKeyId'
	if (region !== REGION) return 'AuthorizationHeaderMalformed'
	const sent = Date.parse(time.replace(/^(....)(..)(..T..)(..)(..Z)$/, '$1-$2-$3:$4:$5'))
	if (!(Math.abs(Date.now() - sent) < CLOCK_SKEW_MS_MAX)) return 'RequestTimeTooSkewed'
	if (!['host', 'x-amz-date', 'x-amz-content-sha256'].every((name) => names.split(';').includes(name)))
		return 'AccessDenied'
	if (bodyHash !== sha256(body)) return 'XAmzContentSHA256Mismatch'
	const [path, query = ''] = url.split('?')
	const pairs = query.split('&').filter(Boolean).sort().join('&')
	let canonical = `${method}\n${path}\n${pairs}\n`
	for (const name of names.split(';')) canonical += `${name}:${headers[name]}\n`
	canonical += `\n${names}\n${bodyHash}`
	const text = `AWS4-HMAC-SHA256\n${time}\n${day}/${region}/s3/aws4_request\n${sha256(canonical)}`
	const mac = (key: string | Buffer, part: string) => createHmac('sha256', key).update(part).digest()
	const key = mac(mac(mac(mac(`AWS4${SECRET_KEY}`, day), region), 's3'), 'aws4_request')
	return timingSafeEqual(mac(key, text), Buffer.from(given, 'hex')) ? null : 'SignatureDoesNotMatch'
}

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex')
