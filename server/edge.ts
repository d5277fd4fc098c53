import { request } from 'node:http'
import { request as secureRequest } from 'node:https'
import { type Changes, EVERYTHING, type Tag } from '@/lib/changes'
import { LAG_MAX_MS } from './document-cache'

/** On every document's list, so that all of them can be named at once. */
const ALL_DOCUMENTS = 'site'
/** A proxy that does not answer is not waited for; what it keeps runs out by itself. */
const TIMEOUT_MS = 2_000
/** Tags in one request: a proxy takes headers of 8 kB, and a tag is some twenty characters. */
const TAGS_AT_ONCE = 200

/**
 * Tells the proxies in front which documents have changed: at once what readers must not see any more, and
 * counts once a second. A count is told of only when no old one can be fetched here any more, and what was
 * told at once is told again then, for the answer that was on its way to a proxy when the change came.
 */
export class Edge {
	readonly #addresses: string[]
	#later = new Set<Tag>()
	#timer: NodeJS.Timeout | null = null

	constructor(addresses: string[]) {
		this.#addresses = addresses
	}

	change({ now, soon }: Changes): void {
		if (this.#addresses.length === 0) return
		if (now.length > 0) this.#tell(now)
		for (const tag of [...now, ...soon]) this.#later.add(tag)
		this.#timer ??= setTimeout(() => this.#tellLater(), LAG_MAX_MS)
	}

	close(): void {
		if (this.#timer) clearTimeout(this.#timer)
	}

	#tellLater(): void {
		const tags = [...this.#later]
		this.#later = new Set()
		this.#timer = null
		this.#tell(tags)
	}

	#tell(tags: Tag[]): void {
		const named = tags.includes(EVERYTHING) ? [ALL_DOCUMENTS] : tags
		for (const address of this.#addresses)
			for (let from = 0; from < named.length; from += TAGS_AT_ONCE)
				purge(address, named.slice(from, from + TAGS_AT_ONCE))
	}
}

function purge(address: string, tags: Tag[]): void {
	const send = address.startsWith('https:') ? secureRequest : request
	const call = send(address, {
		method: 'PURGE',
		headers: { 'Surrogate-Key': tags.join(' ') },
		timeout: TIMEOUT_MS,
	})
	call.on('response', (answer) => {
		answer.resume()
		if ((answer.statusCode ?? 500) >= 300)
			console.error(`${address} answered ${answer.statusCode} to a purge.`)
	})
	call.on('timeout', () => call.destroy(new Error('no answer in time')))
	call.on('error', (error) => console.error(`${address} could not be told of a change: ${error.message}`))
	call.end()
}
