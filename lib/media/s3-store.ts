import fs from 'node:fs/promises'
import { extname, join } from 'node:path'
import { inParallel } from '../in-parallel'
import { Refusal } from '../refusal'
import { S3Client } from '../s3/client'
import { S3Error } from '../s3/errors'
import type { S3Limits, S3Settings } from '../s3/settings'
import { waitWords } from '../wait-words'
import type { ByteRange, MediaFile, MediaStore } from './media-store'

export type S3MediaSettings = S3Settings & {
	/** Begins the keys of all files, with a slash at its end; may be empty. */
	prefix: string
}

/** Files of a photograph that are written or deleted at a time. */
const CONCURRENT_FILES = 6
/** Time limit of writing all files of a photograph in ms: a proxy waits 60 s for an upload. */
const ADD_MS = 45_000
/** Time in ms during which reads fail at once after one failed, so that a slow store does not collect requests. */
const PAUSE_MS = 3_000
/** `Retry-After` in seconds of a page or form that needs the store. */
const RETRY_SECONDS = 30

const TYPES: Record<string, string> = {
	...{ '.avif': 'image/avif', '.webp': 'image/webp', '.jpg': 'image/jpeg', '.png': 'image/png' },
}

/** Headers of an object, for a network of caches in front of the store. Originals are for the newsroom. */
export const objectHeaders = (name: string): Record<string, string> => ({
	'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
	'cache-control': name.startsWith('original.') ? 'private, no-store' : 'public, max-age=31536000, immutable',
})

/** Photographs in an S3-compatible store, as `PREFIX/HASH/NAME`. */
export class S3Store implements MediaStore {
	readonly isRemote = true
	readonly location: string
	readonly client: S3Client
	readonly #prefix: string
	#failedAt = 0
	#loggedAt = Number.NEGATIVE_INFINITY
	#failure: S3Error | undefined

	constructor({ prefix, ...settings }: S3MediaSettings, limits?: S3Limits) {
		this.location = `s3://${settings.bucket}/${prefix}`
		this.client = new S3Client(settings, limits)
		this.#prefix = prefix
	}

	localPath(): null {
		return null
	}

	key(hash: string, name = ''): string {
		return `${this.#prefix}${hash}/${name}`
	}

	isEmpty(): Promise<boolean> {
		return this.#reading(async () => {
			const { objects } = await this.client.list(this.#prefix, { max: 1 })
			return objects.length === 0
		})
	}

	hashes(): Promise<string[]> {
		return this.#reading(async () => {
			const hashes: string[] = []
			for await (const { prefixes } of this.#pages(this.#prefix, true))
				for (const path of prefixes) hashes.push(path.slice(this.#prefix.length, -1))
			return hashes.filter((hash) => /^[0-9a-f]{64}$/.test(hash))
		})
	}

	files(hash: string): Promise<MediaFile[]> {
		return this.#reading(() => this.#files(hash))
	}

	size(hash: string, name: string): Promise<number | null> {
		return this.#reading(() => this.client.size(this.key(hash, name)))
	}

	read(hash: string, name: string, bytesMax: number): Promise<Buffer | null> {
		return this.#reading(() => this.client.read(this.key(hash, name), bytesMax))
	}

	stream(hash: string, name: string, range?: ByteRange): Promise<NodeJS.ReadableStream | null> {
		const headers = range && { range: `bytes=${range.start}-${range.end}` }
		return this.#reading(async () => (await this.client.open(this.key(hash, name), headers))?.body ?? null)
	}

	/** Deletes what it wrote if it fails, so that a photograph is complete or absent, except after a kill. */
	async add(hash: string, folder: string): Promise<void> {
		const written: string[] = []
		const late = AbortSignal.timeout(ADD_MS)
		try {
			const kept = new Set((await this.#files(hash)).filter(({ bytes }) => bytes > 0).map(({ name }) => name))
			const missing = (await fs.readdir(folder)).filter((name) => !kept.has(name))
			await inParallel(missing, CONCURRENT_FILES, async (name) => {
				written.push(name)
				await this.client.putFile(this.key(hash, name), join(folder, name), objectHeaders(name), late)
			})
		} catch (error) {
			await inParallel(written, CONCURRENT_FILES, (name) => this.client.delete(this.key(hash, name))).catch(
				() => {},
			)
			throw this.#unavailable(error)
		}
	}

	async delete(hash: string): Promise<void> {
		try {
			const files = await this.#files(hash)
			await inParallel(files, CONCURRENT_FILES, ({ name }) => this.client.delete(this.key(hash, name)))
		} catch (error) {
			throw this.#unavailable(error)
		}
	}

	async #files(hash: string): Promise<MediaFile[]> {
		const files: MediaFile[] = []
		const folder = this.key(hash)
		for await (const { objects } of this.#pages(folder))
			for (const { key, bytes } of objects) files.push({ name: key.slice(folder.length), bytes })
		return files
	}

	async *#pages(prefix: string, folders = false) {
		for (let after: string | null = null; ; ) {
			const page = await this.client.list(prefix, { folders, after })
			yield page
			after = page.next
			if (after === null) return
		}
	}

	/** Fails at once for a moment after a read failed. */
	async #reading<T>(read: () => Promise<T>): Promise<T> {
		if (this.#failure && performance.now() - this.#failedAt < PAUSE_MS) throw storeUnavailable(this.#failure)
		this.#failure = undefined
		try {
			return await read()
		} catch (error) {
			if (error instanceof S3Error && error.isTransient) {
				this.#failure = error
				this.#failedAt = performance.now()
			}
			throw this.#unavailable(error)
		}
	}

	/** Logs an error once a pause, and converts it to a refusal. */
	#unavailable(error: unknown): unknown {
		if (!(error instanceof S3Error)) return error
		if (performance.now() - this.#loggedAt >= PAUSE_MS) {
			console.error(`The store of photographs ${this.location} failed: ${error.message}.`)
			this.#loggedAt = performance.now()
		}
		return storeUnavailable(error)
	}
}

const storeUnavailable = (cause: S3Error): Refusal =>
	Object.assign(
		new Refusal(
			'unavailable',
			`The store of the photographs does not work at the moment. Please try again in ${waitWords(RETRY_SECONDS)}.`,
			undefined,
			RETRY_SECONDS,
		),
		{ cause },
	)
