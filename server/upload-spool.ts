import { randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, unlink } from 'node:fs/promises'
import { IncomingMessage } from 'node:http'
import { join } from 'node:path'

/** Disk that waiting uploads may take. */
const SPOOLED_BYTES_MAX = 256 * 1024 * 1024
/** At a few seconds each, the last one waits less than the 60 seconds that proxies give an answer. */
const SPOOLED_MAX = 10
/** One read of the spooled file. */
const READ_BYTES = 64 * 1024

/** The spool has no room for this upload; its body has not been read. */
export class SpoolFull extends Error {}

/**
 * Keeps the bodies of uploads on disk until it is their turn. Next copies a body several times in memory,
 * so it is given one upload at a time, and memory does not grow with their number.
 */
export class UploadSpool {
	readonly #folder: string
	readonly #bytesMax: number
	#bytes = 0
	#uploads = 0
	#unidentified = 0
	#last: Promise<unknown> = Promise.resolve()

	constructor(folder: string, bytesMax = SPOOLED_BYTES_MAX) {
		this.#folder = folder
		this.#bytesMax = bytesMax
	}

	/**
	 * Reads the body to disk, waits for the uploads before it, and runs the handler with the whole request.
	 * Clients that are not signed in share the room of one upload, so that they cannot fill the spool.
	 *
	 * @throws SpoolFull before the body is read
	 */
	async run<T>(
		request: IncomingMessage,
		handler: (whole: IncomingMessage) => Promise<T>,
		signedIn = true,
	): Promise<T> {
		const bytes = Number(request.headers['content-length'] ?? 0)
		const full = this.#uploads >= SPOOLED_MAX || this.#bytes + bytes > this.#bytesMax
		if (full || (!signedIn && this.#unidentified > 0)) throw new SpoolFull('The upload spool is full.')
		this.#uploads += 1
		this.#bytes += bytes
		if (!signedIn) this.#unidentified += 1
		try {
			const file = await this.#spool(request)
			try {
				return await this.#inTurn(async () => {
					if (request.socket.destroyed) throw new Error('The client left before its upload was handled.')
					return handler(new SpooledRequest(request, file))
				})
			} finally {
				await file.close()
			}
		} finally {
			this.#uploads -= 1
			this.#bytes -= bytes
			if (!signedIn) this.#unidentified -= 1
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

	#inTurn<T>(run: () => Promise<T>): Promise<T> {
		const result = this.#last.then(run)
		this.#last = result.catch(() => {})
		return result
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
