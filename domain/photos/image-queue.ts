import { Refusal } from '@/lib/refusal'
import { singleton } from '@/lib/singleton'
import { waitWords } from '@/lib/wait-words'

/** Jobs, including the running one; each holds up to 1 MB in memory, as larger uploads are spooled to disk. */
const MAX_QUEUED = 20
/** Retry-After in seconds: time for a full queue at a few seconds a job. */
const RETRY_SECONDS = 60

const queue = singleton('photo-queue', () => ({ waiting: 0, last: Promise.resolve() as Promise<unknown> }))

/**
 * Runs jobs one after another, so that one image is decoded at a time. @throws Refusal `rate-limited` when full
 */
export function queueImage<T>(job: () => Promise<T>): Promise<T> {
	if (queue.waiting >= MAX_QUEUED)
		throw new Refusal(
			'rate-limited',
			`Many photographs are being prepared at this moment. Please try again in ${waitWords(RETRY_SECONDS)}.`,
			'photo',
			RETRY_SECONDS,
		)
	queue.waiting += 1
	const result = queue.last.then(job).finally(() => {
		queue.waiting -= 1
	})
	queue.last = result.catch(() => {})
	return result
}
