import type { AsyncLocalStorage } from 'node:async_hooks'
import { vi } from 'vitest'
import type { RequestContext } from '@/lib/request-context'
import { singleton } from '@/lib/singleton'

/** The exchanges of all renderings from now on. */
export function watchRenderings(): () => RequestContext[] {
	const storage = singleton<AsyncLocalStorage<RequestContext>>('exchange', () => {
		throw new Error('No page has been made yet.')
	})
	const run = vi.spyOn(storage, 'run').mockClear()
	return () => run.mock.calls.map(([exchange]) => exchange)
}
