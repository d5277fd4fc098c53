import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import {
	type ClientRequest,
	Agent as HttpAgent,
	type IncomingMessage,
	request as requestHttp,
} from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { connectionError, isLocalError, isS3Error, responseError, S3Error } from './errors'
import { hashFile } from './hash-file'
import { type Listing, parseListing } from './listing'
import { LIMITS, type S3Limits, type S3Settings } from './settings'
import { encodeKey, encodeQuery, signedHeaders } from './sign'

/** Connections at a time; further requests wait for one within the limits above. */
const SOCKETS_MAX = 64
const EMPTY_HASH = createHash('sha256').digest('hex')

type Call = {
	method: 'GET' | 'HEAD' | 'PUT' | 'DELETE'
	key?: string
	query?: Record<string, string>
	headers?: Record<string, string>
	/** Path of the body, read anew for each attempt. */
	file?: string
	body?: Buffer
	bodyHash?: string
	signal?: AbortSignal
}

export type S3Object = { bytes: number; sha256: string | null; body: IncomingMessage }

/** The requests to an S3-compatible store that photographs need, with the bucket in the path. */
export class S3Client {
	readonly #settings: S3Settings
	readonly #limits: S3Limits
	readonly #agent: HttpAgent | HttpsAgent

	constructor(settings: S3Settings, limits = LIMITS) {
		this.#settings = settings
		this.#limits = limits
		const agentOptions = { keepAlive: true, maxSockets: SOCKETS_MAX }
		const isEncrypted = settings.endpoint.startsWith('https:')
		this.#agent = isEncrypted ? new HttpsAgent(agentOptions) : new HttpAgent(agentOptions)
	}

	/** An object; the caller reads or destroys its body. Null if there is none. */
	open(key: string, headers: Record<string, string> = {}): Promise<S3Object | null> {
		return this.#repeated(async () => {
			const response = await this.#send({ method: 'GET', key, headers })
			return response && objectOf(response)
		})
	}

	/** The bytes of an object; null if there is none, or if it is larger than `bytesMax`. */
	read(key: string, bytesMax: number): Promise<Buffer | null> {
		return this.#repeated(async () => {
			const response = await this.#send({ method: 'GET', key })
			if (!response) return null
			if (objectOf(response).bytes <= bytesMax) return this.#body(response)
			response.destroy()
			return null
		})
	}

	/** Writes an object to a file. @throws S3Error if its bytes are not those that were put @returns their SHA-256 */
	download(key: string, path: string): Promise<string> {
		return this.#repeated(async () => {
			const response = await this.#send({ method: 'GET', key })
			if (!response) throw new S3Error('NoSuchKey', `it has no object ${key}`, false)
			const { body, sha256 } = objectOf(response)
			await pipeline(body, createWriteStream(path))
			const found = await hashFile(path)
			if (sha256 === null || sha256 === found) return found
			throw new S3Error('OtherBytes', `${key} has other bytes than were put`, true)
		})
	}

	/** Size of an object; null if there is none. */
	size(key: string): Promise<number | null> {
		return this.#repeated(async () => {
			const response = await this.#send({ method: 'HEAD', key })
			return response && objectOf(response.resume()).bytes
		})
	}

	/** Writes a file as one object, whose SHA-256 the server compares. */
	async putFile(key: string, file: string, headers: Record<string, string>, signal?: AbortSignal) {
		const [{ size }, bodyHash] = [await stat(file), await hashFile(file)]
		const all = { ...headers, 'content-length': String(size), 'x-amz-meta-sha256': bodyHash }
		await this.#repeated(
			() => this.#write({ method: 'PUT', key, headers: all, file, bodyHash, ...(signal && { signal }) }),
			signal,
		)
	}

	async put(key: string, body: Buffer): Promise<void> {
		const bodyHash = createHash('sha256').update(body).digest('hex')
		const headers = { 'content-length': String(body.length) }
		await this.#repeated(() => this.#write({ method: 'PUT', key, headers, body, bodyHash }))
	}

	async delete(key: string): Promise<void> {
		await this.#repeated(() => this.#write({ method: 'DELETE', key }))
	}

	/** A page of the objects whose key begins with the prefix, or of the folders below it. */
	async list(prefix: string, options: { folders?: boolean; max?: number; after?: string | null } = {}) {
		const query: Record<string, string> = { 'list-type': '2', prefix }
		if (options.folders) query.delimiter = '/'
		if (options.max) query['max-keys'] = String(options.max)
		if (options.after) query['continuation-token'] = options.after
		return this.#repeated(async (): Promise<Listing> => {
			const response = await this.#send({ method: 'GET', query })
			if (!response) throw new S3Error('NoSuchBucket', 'it has no such bucket', false)
			return parseListing((await this.#body(response)).toString('utf8'))
		})
	}

	/** Closes idle connections. */
	close(): void {
		this.#agent.destroy()
	}

	async #write(call: Call): Promise<void> {
		const response = await this.#send(call)
		if (!response && call.method === 'PUT') throw new S3Error('NoSuchBucket', 'it has no such bucket', false)
		await (response && this.#body(response))
	}

	async #repeated<T>(attempt: () => Promise<T>, signal?: AbortSignal): Promise<T> {
		const { retries, backoffMs } = this.#limits
		for (let tried = 0; ; tried += 1)
			try {
				return await attempt()
			} catch (error) {
				const failure = isLocalError(error) ? error : connectionError(error)
				if (!isS3Error(failure) || !failure.isTransient || tried >= retries || signal?.aborted) throw failure
				await wait(backoffMs * 2 ** tried * (1 + Math.random()))
			}
	}

	/** @returns null for a missing object. @throws S3Error */
	async #send(call: Call): Promise<IncomingMessage | null> {
		const response = await this.#response(call)
		const { statusCode = 0 } = response
		if (statusCode >= 200 && statusCode < 300) return response
		if (call.method === 'HEAD' && statusCode === 404) {
			response.resume()
			return null
		}
		const error = await responseError(response)
		if (statusCode === 404 && call.key !== undefined && error.code !== 'NoSuchBucket') return null
		throw error
	}

	async #response(call: Call): Promise<IncomingMessage> {
		const { method, file, body, signal } = call
		const { readMs, writeMs, idleMs } = this.#limits
		const request = this.#request(call)
		const limit = method === 'PUT' ? writeMs : readMs
		const late = setTimeout(() => request.destroy(timeoutError(limit)), limit)
		const abort = () => request.destroy(new S3Error('ETIMEDOUT', 'it was too slow for an upload', true))
		signal?.addEventListener('abort', abort)
		try {
			return await new Promise((resolve, reject) => {
				request.on('error', reject)
				request.on('timeout', () => request.destroy(timeoutError(idleMs)))
				request.on('response', resolve)
				if (signal?.aborted) abort()
				else if (file === undefined) request.end(body)
				else pipeline(createReadStream(file), request).catch(reject)
			})
		} finally {
			clearTimeout(late)
			signal?.removeEventListener('abort', abort)
		}
	}

	/** The whole body. @throws S3Error for one that ends early or takes too long */
	async #body(response: IncomingMessage): Promise<Buffer> {
		const { bodyMs } = this.#limits
		const late = setTimeout(() => response.destroy(timeoutError(bodyMs)), bodyMs)
		const parts: Buffer[] = []
		try {
			for await (const part of response) parts.push(part)
		} finally {
			clearTimeout(late)
		}
		return Buffer.concat(parts)
	}

	#request({ method, key, query = {}, headers = {}, bodyHash = EMPTY_HASH }: Call): ClientRequest {
		const { endpoint, bucket, ...credentials } = this.#settings
		const { host, hostname, port, protocol } = new URL(endpoint)
		const path = encodeKey(`/${bucket}${key === undefined ? '' : `/${key}`}`)
		const signed = signedHeaders(
			{ method, path, query, headers: { host, ...headers }, bodyHash },
			credentials,
		)
		const search = encodeQuery(query)
		const open = protocol === 'https:' ? requestHttps : requestHttp
		return open({
			method,
			// Without the brackets of an IPv6 address.
			hostname: hostname.replace(/^\[|\]$/g, ''),
			port,
			path: search ? `${path}?${search}` : path,
			headers: signed,
			agent: this.#agent,
			timeout: this.#limits.idleMs,
		})
	}
}

const timeoutError = (ms: number): S3Error =>
	new S3Error('ETIMEDOUT', `it did not answer within ${ms / 1_000} s`, true)

function objectOf(response: IncomingMessage): S3Object {
	const { 'content-length': bytes, 'x-amz-meta-sha256': sha256 } = response.headers
	return { bytes: Number(bytes), sha256: typeof sha256 === 'string' ? sha256 : null, body: response }
}
