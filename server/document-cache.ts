import { LRUCache } from 'lru-cache'
import { type Changes, EVERYTHING, type Tag } from '@/lib/changes'
import type { Document } from './document'

/** A document with what it depends on. */
export type Made = {
	document: Document
	tags: Iterable<Tag>
	validUntil: number
	/** The last page of the list it shows a part of. */
	lastPage: number
	/** Since when counts in it are old, if it was made from something that had been kept. */
	oldSince?: number | null
}

export type Entry = {
	document: Document
	tags: ReadonlySet<Tag>
	/** When its rendering began, by the monotonic clock; what changed later is not in it. */
	madeAt: number
	/** The same by the wall clock. Once that has been set back behind it, the page may show what is not due. */
	madeAtTime: number
	/** The instant from which the page reads differently, by the wall clock … */
	validUntil: number
	lastPage: number
	/** … and by the monotonic clock: whichever comes first. */
	dueAt: number
	/** Since when counts in it are old, by the monotonic clock, or null. */
	oldSince: number | null
	/** A rendering to come in this one's place, once it is due. */
	renewal: NodeJS.Timeout | null
	/** How often it was asked for. */
	shown: number
}

/** A document that has stood so long and is asked for again is worth packing as small as it goes. */
const PACK_AFTER_MS = 2_000

/** Longest that others than the writer are shown an old count. */
export const LAG_MAX_MS = 1_000
/** A page whose counts move all the time is rendered this often; leaves a tenth of the lag for rendering. */
const RENEWAL_GAP_MS = 900
/** Renderings begun again because something changed meanwhile; then what came out is shown, but not kept. */
const ATTEMPTS_MAX = 4

type Options = {
	bytesMax: number
	/** `client` is the one that asked first; its queue is the one that the rendering waits in. */
	make: (key: string, client: string) => Promise<Made>
	/** The same document in fewer bytes, which takes its time. */
	pack?: (document: Document) => Promise<Document>
	/** The monotonic clock, for ages: setting the system's clock does not stretch them. */
	clock?: () => number
	/** The wall clock, for what is due at an instant. */
	time?: () => number
}

/** What changed while a page was being rendered; of counts, since when. */
type Meanwhile = { now: Set<Tag>; soon: Map<Tag, number> }
type Flight = { result: Promise<Entry>; meanwhile: Meanwhile }

/**
 * Documents by key, each until something it depends on changes. A key is rendered by one rendering at a time,
 * however many wait for it. What `make` throws reaches everybody who waits.
 */
export class DocumentCache {
	readonly #make: Options['make']
	readonly #entries: LRUCache<string, Entry>
	readonly #keysByTag = new Map<Tag, Set<string>>()
	readonly #flights = new Map<string, Flight>()
	readonly #pack: ((document: Document) => Promise<Document>) | undefined
	readonly #clock: () => number
	readonly #time: () => number

	constructor(options: Options) {
		this.#make = options.make
		this.#pack = options.pack
		this.#clock = options.clock ?? (() => performance.now())
		this.#time = options.time ?? Date.now
		this.#entries = new LRUCache<string, Entry>({
			maxSize: options.bytesMax,
			sizeCalculation: ({ document }, key) => document.size + key.length,
			dispose: (entry, key) => this.#forget(key, entry),
		})
	}

	get size(): number {
		return this.#entries.size
	}

	/** What can be shown at this moment without waiting. */
	ready(key: string): Entry | undefined {
		const entry = this.#entries.get(key)
		if (!entry) return undefined
		entry.shown += 1
		const time = this.#time()
		if (time < entry.madeAtTime || time >= entry.validUntil) return undefined
		if (entry.oldSince === null && entry.dueAt === Number.POSITIVE_INFINITY) return entry
		const now = this.#clock()
		if (now >= entry.dueAt) return undefined
		if (entry.oldSince === null) return entry
		if (now - entry.oldSince >= LAG_MAX_MS) return undefined
		this.#renewInTime(key, entry, now)
		return entry
	}

	/** The rendering of a page that was kept and has grown too old; of any other page nothing is known. */
	coming(key: string): Promise<Entry> | null {
		return this.#entries.has(key) ? this.#render(key) : null
	}

	/** What can be shown, rendered first if need be. */
	take(key: string, client = ''): Promise<Entry> | Entry {
		return this.ready(key) ?? this.#render(key, client)
	}

	/** Takes note of what a commit changed. */
	change({ now, soon }: Changes): void {
		const at = this.#clock()
		for (const { meanwhile } of this.#flights.values()) {
			for (const tag of now) meanwhile.now.add(tag)
			for (const tag of soon) if (!meanwhile.soon.has(tag)) meanwhile.soon.set(tag, at)
		}
		if (now.includes(EVERYTHING)) this.#entries.clear()
		for (const key of this.#keysOf(now)) this.#entries.delete(key)
		for (const key of this.#keysOf(soon)) {
			const entry = this.#entries.peek(key)
			if (entry) entry.oldSince ??= at
		}
	}

	#keysOf(tags: Tag[]): string[] {
		return tags.flatMap((tag) => [...(this.#keysByTag.get(tag) ?? [])])
	}

	#renewInTime(key: string, entry: Entry, now: number): void {
		if (entry.renewal || this.#flights.has(key)) return
		const wait = Math.max(0, entry.madeAt + RENEWAL_GAP_MS - now)
		// Whoever needs the page when this has failed renders it again, and is told.
		entry.renewal = setTimeout(() => this.#render(key).catch(() => {}), wait)
		entry.renewal.unref()
	}

	#render(key: string, client = ''): Promise<Entry> {
		const running = this.#flights.get(key)
		if (running) return running.result
		const meanwhile: Meanwhile = { now: new Set(), soon: new Map() }
		const result = this.#attempt(key, client, meanwhile).finally(() => this.#flights.delete(key))
		this.#flights.set(key, { result, meanwhile })
		return result
	}

	async #attempt(key: string, client: string, meanwhile: Meanwhile, attempt = 1): Promise<Entry> {
		meanwhile.now.clear()
		meanwhile.soon.clear()
		const madeAt = this.#clock()
		const madeAtTime = this.#time()
		const made = await this.#make(key, client)
		const { document, tags, validUntil, lastPage, oldSince: inherited = null } = made
		const held = new Set(tags)
		const overtaken = meanwhile.now.has(EVERYTHING) || [...held].some((tag) => meanwhile.now.has(tag))
		if (overtaken && attempt < ATTEMPTS_MAX) return this.#attempt(key, client, meanwhile, attempt + 1)
		const counted = [...meanwhile.soon].filter(([tag]) => held.has(tag)).map(([, at]) => at)
		if (inherited !== null) counted.push(inherited)
		const oldSince = counted.length > 0 ? Math.min(...counted) : null
		const dueAt = madeAt + validUntil - madeAtTime
		const kept = { document, tags: held, madeAt, madeAtTime, validUntil, dueAt, lastPage, oldSince }
		const entry: Entry = { ...kept, renewal: null, shown: 0 }
		if (overtaken) this.#entries.delete(key)
		else if (this.#keep(key, entry)) this.#packLater(key, entry)
		return entry
	}

	/** Puts the document in its smallest form in its own place, if it is still there and asked for by then. */
	#packLater(key: string, entry: Entry): void {
		const pack = this.#pack
		if (!pack) return
		const due = async () => {
			if (this.#entries.peek(key) !== entry || entry.shown === 0) return
			const document = await pack(entry.document)
			if (this.#entries.peek(key) === entry) this.#keep(key, { ...entry, document, renewal: null })
		}
		setTimeout(() => due().catch(console.error), PACK_AFTER_MS).unref()
	}

	#keep(key: string, entry: Entry): boolean {
		this.#entries.set(key, entry)
		if (this.#entries.peek(key) !== entry) return false
		for (const tag of entry.tags) {
			const keys = this.#keysByTag.get(tag) ?? new Set()
			this.#keysByTag.set(tag, keys.add(key))
		}
		return true
	}

	#forget(key: string, entry: Entry): void {
		if (entry.renewal) clearTimeout(entry.renewal)
		for (const tag of entry.tags) {
			const keys = this.#keysByTag.get(tag)
			keys?.delete(key)
			if (keys?.size === 0) this.#keysByTag.delete(tag)
		}
	}
}
