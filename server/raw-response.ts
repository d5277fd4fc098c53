/** Longer than the keep-alive of the usual proxies, so that they close first. */
export const KEEP_ALIVE_TIMEOUT_MS = 65_000

export type RawParts = {
	status: 200 | 304
	/** Names and values in turn. */
	head: string[]
	body: Buffer | null
}

/** Cached bytes of one owner's responses by kind. */
type CachedResponses = { second: number; variation: number; byKind: Record<string, Buffer> }

/** Whole responses as bytes, with status line and headers, for the fast path. Cached while their `Date` is right. */
export class RawResponses<Owner extends object> {
	readonly #cached = new WeakMap<Owner, CachedResponses>()

	/**
	 * @param kind distinguishes the responses of one owner
	 * @param variation a change discards all responses of the owner
	 */
	get(owner: Owner, kind: string, make: () => RawParts, variation = 0): Buffer {
		const second = Math.floor(Date.now() / 1000)
		let cached = this.#cached.get(owner)
		if (cached?.second !== second || cached.variation !== variation) {
			cached = { second, variation, byKind: {} }
			this.#cached.set(owner, cached)
		}
		cached.byKind[kind] ??= rawBytes(make(), second)
		return cached.byKind[kind]
	}
}

/** Status line and headers in the form of Node's own server. */
function rawBytes({ status, head, body }: RawParts, second: number): Buffer {
	let text = `HTTP/1.1 ${status} ${status === 200 ? 'OK' : 'Not Modified'}\r\n`
	for (let index = 0; index < head.length; index += 2) text += `${head[index]}: ${head[index + 1]}\r\n`
	const date = new Date(second * 1000).toUTCString()
	const keep = `timeout=${KEEP_ALIVE_TIMEOUT_MS / 1000}`
	const bytes = Buffer.from(
		`${text}Date: ${date}\r\nConnection: keep-alive\r\nKeep-Alive: ${keep}\r\n\r\n`,
		'latin1',
	)
	return body ? Buffer.concat([bytes, body]) : bytes
}
