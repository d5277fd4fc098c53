import { ConcurrencyLimiter } from './concurrency-limiter'

/** Runs the task for all items, a few at a time; after an error no further task starts. @throws the first error */
export async function inParallel<T>(
	items: readonly T[],
	maxConcurrent: number,
	task: (item: T) => Promise<unknown>,
): Promise<void> {
	const limiter = new ConcurrencyLimiter({ maxConcurrent, maxQueued: items.length })
	let failed = false
	const run = async (item: T) => {
		if (failed) return
		await task(item).catch((error) => {
			failed = true
			throw error
		})
	}
	const results = await Promise.allSettled(items.map((item) => limiter.run('', () => run(item))))
	const rejected = results.find((result) => result.status === 'rejected')
	if (rejected) throw rejected.reason
}
