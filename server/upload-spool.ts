import { randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, unlink } from 'node:fs/promises'
import { IncomingMessage } from 'node:http'
import { join } from 'node:path'

/** Disk space for waiting uploads. */
const SPOOLED_BYTES_MAX = 256 * 1024 * 1024
const SPOOLED_MAX = 10
/** Maximum wait in the queue; the rest of a proxy's usual timeout of 60 s is for the upload itself. */
const WAIT_MS_MAX = 40_000
/** Share of `WAIT_MS_MAX` for the expected wait: earlier uploads may take longer than expected. */
const EXPECTED_WAIT_SHARE = 0.75
/** Expected duration of an upload before the first measurement. */
const EXPECTED_MS = 4_000
/** Size of one read from the spooled file. */
const READ_BYTES = 64 * 1024

/** The spool is full, or the upload exceeded its maximum wait; it was not handled. */
export class SpoolFullError extends Error {}

/**
 * Spools the bodies of uploads to disk and handles one upload at a time: Next holds several copies of a body in
 * memory, which would add up for concurrent uploads.
 */
export class UploadSpool {
	readonly #folder: string
	readonly #bytesMax: number
	readonly #waitMsMax: number
	/** Expected duration of an upload: rises at once to a longer one, and falls halfway to a shorter one. */
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
	 * Spools the body, waits for earlier uploads, and runs the handler with the whole request. Clients without an
	 * account share one slot, so that they cannot fill the spool.
	 *
	 * @throws SpoolFullError before the body is read, or after it if earlier uploads took longer than expected
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
						if (request.socket.destroyed) throw new Error('Client aborted before its upload was handled.')
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

	/** Writes the body to an unlinked file, which a crash removes. */
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
				reject(new SpoolFullError('The upload exceeded its maximum wait in the queue.'))
			}, this.#waitMsMax)
			const task = async () => {
				clearTimeout(late)
				if (!isLate) await this.#measure(run).then(resolve, reject)
			}
			this.#lastTask = this.#lastTask.then(task)
		})
	}

	async #measure<T>(run: () => Promise<T>): Promise<T> {
		const began = performance.now()
		try {
			return await run()
		} finally {
			const took = performance.now() - began
			this.#handledMs = Math.max(took, (this.#handledMs + took) / 2)
		}
	}
}

/** Suspends the idle timeout, which is for stalled clients: processing a photograph may take longer. */
async function withoutIdleTimeout<T>({ socket }: IncomingMessage, run: () => Promise<T>): Promise<T> {
	const { timeout = 0 } = socket
	socket.setTimeout(0)
	try {
		return await run()
	} finally {
		socket.setTimeout(timeout)
	}
}

/** The request with its body read from the spooled file. */
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
