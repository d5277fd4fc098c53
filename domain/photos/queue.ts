import { Refusal } from '@/lib/refusal'
import { shared } from '@/lib/shared'
import { waitWords } from '@/lib/wait-words'

/** Each one waiting holds its file in memory: uploads of up to 1 MB, as larger ones wait on disk. */
const WAITING_MAX = 20
/** As many are prepared by then, at a few seconds each. */
const RETRY_SECONDS = 60

const queue = shared('photo-queue', () => ({ waiting: 0, last: Promise.resolve() as Promise<unknown> }))

/** Runs the job when those before it have finished: one picture is decoded at a time. */
export function inPhotoQueue<T>(job: () => Promise<T>): Promise<T> {
	if (queue.waiting >= WAITING_MAX)
		throw new Refusal(
			'too-often',
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
