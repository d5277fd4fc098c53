import { randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, unlink } from 'node:fs/promises'
import { IncomingMessage } from 'node:http'
import { join } from 'node:path'

/** Disk that waiting uploads may take. */
const SPOOLED_BYTES_MAX = 256 * 1024 * 1024
const SPOOLED_MAX = 10
/** Proxies give an answer 60 seconds; the rest of them is for the upload's own turn. */
const WAIT_MS_MAX = 40_000
/** Share of that wait beyond which an upload is refused unread: the uploads before it may take longer than expected. */
const EXPECTED_WAIT_SHARE = 0.75
/** How long an upload is handled, until the first one has been measured. */
const EXPECTED_MS = 4_000
/** One read of the spooled file. */
const READ_BYTES = 64 * 1024

/** The spool has no room for this upload, or its turn did not come in time; it has not been handled. */
export class SpoolFullError extends Error {}

/**
 * Keeps the bodies of uploads on disk until it is their turn. Next copies a body several times in memory,
 * so it is given one upload at a time, and memory does not grow with their number.
 */
export class UploadSpool {
	readonly #folder: string
	readonly #bytesMax: number
	readonly #waitMsMax: number
	/** How long an upload is expected to be handled: rises at once, and falls by halves. */
	#handledMs = EXPECTED_MS
	#bytes = 0
	#uploads = 0
	#anonymous = 0
	#lastTask: Promise<unknown> = Promise.resolve()

	constructor(folder: string, { bytesMax = SPOOLED_BYTES_MAX, waitMsMax = WAIT_MS_MAX } = {}) {
		this.#folder = folder
		this.#bytesMax = bytesMax
		this.#waitMsMax = waitMsMax
	}

	/**
	 * Reads the body to disk, waits for the uploads before it, and runs the handler with the whole request.
	 * Clients that are not signed in share the room of one upload, so that they cannot fill the spool.
	 *
	 * @throws SpoolFullError before the body is read; after it only where the uploads before it took longer than expected
	 */
	async run<T>(
		request: IncomingMessage,
		handler: (whole: IncomingMessage) => Promise<T>,
		signedIn = true,
	): Promise<T> {
		const bytes = Number(request.headers['content-length'] ?? 0)
		if (this.#isFull(bytes) || (!signedIn && this.#anonymous > 0))
			throw new SpoolFullError('The upload spool is full.')
		this.#uploads += 1
		this.#bytes += bytes
		if (!signedIn) this.#anonymous += 1
		try {
			const file = await this.#spool(request)
			try {
				return await withoutIdleTimeout(request, () =>
					this.#enqueue(async () => {
						if (request.socket.destroyed) throw new Error('The client left before its upload was handled.')
						return handler(new SpooledRequest(request, file))
					}),
				)
			} finally {
				await file.close()
			}
		} finally {
			this.#uploads -= 1
			this.#bytes -= bytes
			if (!signedIn) this.#anonymous -= 1
		}
	}

	/** The file has no name while it is used, so that a crash leaves nothing behind. */
	async #spool(request: IncomingMessage): Promise<FileHandle> {
		await mkdir(this.#folder, { recursive: true })
		const path = join(this.#folder, `incoming-upload-${randomUUID()}`)
		const file = await open(path, 'wx+', 0o600)
		try {
			await unlink(path)
			for await (const chunk of request) await file.writeFile(chunk)
			return file
		} catch (error) {
			await file.close()
			throw error
		}
	}

	#isFull(bytes: number): boolean {
		const isLate = this.#uploads * this.#handledMs > this.#waitMsMax * EXPECTED_WAIT_SHARE
		return this.#uploads >= SPOOLED_MAX || this.#bytes + bytes > this.#bytesMax || isLate
	}

	#enqueue<T>(run: () => Promise<T>): Promise<T> {
		return new Promise<T>((resolve, reject) => {
			let isLate = false
			const late = setTimeout(() => {
				isLate = true
				reject(new SpoolFullError('The uploads before this one took too long.'))
			}, this.#waitMsMax)
			const turn = async () => {
				clearTimeout(late)
				if (!isLate) await this.#measured(run).then(resolve, reject)
			}
			this.#lastTask = this.#lastTask.then(turn)
		})
	}

	async #measured<T>(run: () => Promise<T>): Promise<T> {
		const began = performance.now()
		try {
			return await run()
		} finally {
			const took = performance.now() - began
			this.#handledMs = Math.max(took, (this.#handledMs + took) / 2)
		}
	}
}

/** The server's idle timeout is for clients that stall, and a picture may take longer to be made. */
async function withoutIdleTimeout<T>({ socket }: IncomingMessage, run: () => Promise<T>): Promise<T> {
	const { timeout = 0 } = socket
	socket.setTimeout(0)
	try {
		return await run()
	} finally {
		socket.setTimeout(timeout)
	}
}

/** The same request, its body read from the spooled file. */
class SpooledRequest extends IncomingMessage {
	readonly #file: FileHandle
	#position = 0

	constructor(request: IncomingMessage, file: FileHandle) {
		super(request.socket)
		this.#file = file
		const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request
		Object.assign(this, { method, url, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor })
		this.headers = headers
		this.complete = true
	}

	override _read(size: number): void {
		super._read(size)
		this.#file
			.read({ buffer: Buffer.allocUnsafe(READ_BYTES), position: this.#position })
			.then(({ bytesRead, buffer }) => {
				this.#position += bytesRead
				this.push(bytesRead === 0 ? null : buffer.subarray(0, bytesRead))
			})
			.catch((error) => this.destroy(error))
	}
}
