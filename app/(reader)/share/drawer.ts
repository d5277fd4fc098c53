import { setImmediate } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { liveStoryById, storiesSince } from '@/domain/feeds/stories'
import { siteSettings } from '@/domain/settings'
import { ALL_TAGS, type Invalidation, onInvalidate, type Tag } from '@/lib/invalidation'
import { newRequestContext, type RequestContext, runInContext } from '@/lib/request-context'
import { forgetPicture, KEPT_MAX, keptPath, sharePicture } from './drawings'
import { sharePath } from './share-picture'

/** Interval between looks for changes, in ms. */
const LOOK_EVERY_MS = 2_000
/** Age of the stories whose pictures are drawn at a start of the server, in ms. */
const RECENT_MS = 3_600_000
/** Stories of a look, of those that appeared and of those that changed; others are drawn at their first request. */
const RECENT_MAX = 20
const CHANGED_MAX = 100
/** Attempts in all, the last about 1.5 hours after the first: each pause is four times the one before. */
const ATTEMPTS_MAX = 5
const FIRST_PAUSE_MS = 60_000
const PAUSE_FACTOR = 4

/** Tags and time at which a read is outdated. */
type Reads = Pick<RequestContext, 'dependencies' | 'validUntil'>
type Failure = { path: string; attempts: number; dueAt: number }
type Known = { reads: Reads; failure: Failure | null }

/**
 * Draws the pictures of link previews after publication, one after another. It holds no queue: like a cached page it
 * depends on what it read, and looks again when that changes, so that a scheduled story, a new name of the site and
 * a restart are no cases of their own.
 */
export class SharePictureDrawer {
	#changed = new Set<Tag>()
	#recent: { ids: number[]; reads: Reads } | null = null
	readonly #known = new LRUCache<number, Known>({ max: KEPT_MAX + RECENT_MAX })
	#running: Promise<void> | null = null
	#pausedUntil = 0
	#isClosed = false
	#timer: NodeJS.Timeout | undefined
	readonly #unsubscribe = onInvalidate(({ immediate }: Invalidation) => {
		for (const tag of immediate) this.#changed.add(tag)
	})

	/** Looks for changes until `close` is called. */
	start(): this {
		this.#timer = setInterval(() => void this.draw(), LOOK_EVERY_MS).unref()
		return this
	}

	/** Draws the pictures that are missing since the last call. */
	draw(): Promise<void> {
		this.#running ??= this.#draw()
			.catch((error: unknown) => {
				console.error(
					'The stories whose pictures to draw could not be read; they are read again later.',
					error,
				)
				this.#changed.add(ALL_TAGS)
				this.#pausedUntil = Date.now() + FIRST_PAUSE_MS
			})
			.finally(() => {
				this.#running = null
			})
		return this.#running
	}

	/** Resolves after the picture that is being drawn. */
	async close(): Promise<void> {
		this.#isClosed = true
		clearInterval(this.#timer)
		this.#unsubscribe()
		await this.#running
	}

	async #draw(): Promise<void> {
		if (Date.now() < this.#pausedUntil) return
		const changed = this.#changed
		this.#changed = new Set()
		for (const id of await this.#outdated(changed)) {
			if (this.#isClosed) return
			// Requests are served between two stories.
			await setImmediate()
			const { reads, result } = await readNoting(() => this.#drawOne(id))
			if (result === 'hidden') this.#known.delete(id)
			else this.#known.set(id, { reads, failure: result })
		}
	}

	/** Stories that are new here, or that changed since they were read. */
	async #outdated(changed: ReadonlySet<Tag>): Promise<Set<number>> {
		if (!this.#recent || isOutdated(this.#recent.reads, changed)) {
			const since = new Date(Date.now() - RECENT_MS)
			const { reads, result: ids } = await readNoting(() => storiesSince(since, RECENT_MAX))
			this.#recent = { ids, reads }
		}
		const known = [...this.#known.entries()].filter(
			([, { reads, failure }]) => isOutdated(reads, changed) || Date.now() >= (failure?.dueAt ?? Infinity),
		)
		const appeared = this.#recent.ids.filter((id) => !this.#known.has(id))
		return new Set([...appeared, ...storiesOf(changed), ...known.map(([id]) => id)])
	}

	/** @returns the failure, or null after success */
	async #drawOne(id: number): Promise<Failure | null | 'hidden'> {
		const settings = await siteSettings()
		const story = await liveStoryById(id)
		if (!story) {
			forgetPicture(id)
			return 'hidden'
		}
		const path = sharePath(story.article, settings)
		if (keptPath(id) === path) return null
		const last = this.#known.peek(id)?.failure
		const failure = last?.path === path ? last : { path, attempts: 0, dueAt: 0 }
		if (Date.now() < failure.dueAt) return failure
		try {
			await sharePicture(story.article, settings)
			return null
		} catch (error) {
			const next = failedOnceMore(failure)
			const then = Number.isFinite(next.dueAt) ? 'it is drawn again later' : 'it is left to a request'
			console.error(`The picture for previews of story ${id} could not be drawn; ${then}.`, error)
			return next
		}
	}
}

async function readNoting<T>(read: () => Promise<T>): Promise<{ reads: Reads; result: T }> {
	const context = newRequestContext('share pictures')
	const result = await runInContext(context, read)
	const { dependencies, validUntil } = context
	return { reads: { dependencies, validUntil }, result }
}

const isOutdated = ({ dependencies, validUntil }: Reads, changed: ReadonlySet<Tag>): boolean =>
	Date.now() >= validUntil || changed.has(ALL_TAGS) || [...changed].some((tag) => dependencies.has(tag))

const failedOnceMore = ({ path, attempts }: Failure): Failure => ({
	path,
	attempts: attempts + 1,
	dueAt:
		attempts + 1 < ATTEMPTS_MAX
			? Date.now() + FIRST_PAUSE_MS * PAUSE_FACTOR ** attempts
			: Number.POSITIVE_INFINITY,
})

/** The stories that changed, the last ones if they are many. */
function storiesOf(changed: ReadonlySet<Tag>): number[] {
	const ids = [...changed].map((tag) => Number(/^article:(\d+)$/.exec(tag)?.[1]))
	return ids.filter((id) => id > 0).slice(-CHANGED_MAX)
}
