import { Refusal } from '@/lib/refusal'
import { singleton } from '@/lib/singleton'
import { waitWords } from '@/lib/wait-words'

/** Each one waiting holds its file in memory: uploads of up to 1 MB, as larger ones wait on disk. */
const MAX_QUEUED = 20
/** As many are prepared by then, at a few seconds each. */
const RETRY_SECONDS = 60

const queue = singleton('photo-queue', () => ({ waiting: 0, last: Promise.resolve() as Promise<unknown> }))

/** Runs the job when those before it have finished: one picture is decoded at a time. */
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
