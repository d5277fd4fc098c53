import type { AsyncLocalStorage } from 'node:async_hooks'
import { vi } from 'vitest'
import type { Exchange } from '@/lib/exchange'
import { shared } from '@/lib/shared'

/** The exchanges of all renderings from now on. */
export function watchRenderings(): () => Exchange[] {
	const storage = shared<AsyncLocalStorage<Exchange>>('exchange', () => {
		throw new Error('No page has been made yet.')
	})
	const run = vi.spyOn(storage, 'run').mockClear()
	return () => run.mock.calls.map(([exchange]) => exchange)
}
