import { ConcurrencyLimiter } from '@/lib/concurrency-limiter'
import { Refusal } from '@/lib/refusal'
import { singleton } from '@/lib/singleton'
import { waitWords } from '@/lib/wait-words'

/** Waiting jobs; each holds up to 1 MB in memory, as larger uploads are spooled to disk. */
const MAX_QUEUED = 19
/** Retry-After in seconds: time for a full queue at a few seconds a job. */
const RETRY_SECONDS = 60

const limiter = singleton(
	'image-queue',
	() => new ConcurrencyLimiter({ maxConcurrent: 1, maxQueued: MAX_QUEUED }),
)

/**
 * Runs jobs one after another, so that one image is decoded at a time. @throws Refusal `rate-limited` when full
 */
export function queueImage<T>(job: () => Promise<T>): Promise<T> {
	// Not by catching QueueFullError: each bundle has a class of its own, and they share this queue.
	if (limiter.isFull)
		throw new Refusal(
			'rate-limited',
			`Many photographs are being prepared at this moment. Please try again in ${waitWords(RETRY_SECONDS)}.`,
			'photo',
			RETRY_SECONDS,
		)
	return limiter.run('desk', job)
}
