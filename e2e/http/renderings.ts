import type { AsyncLocalStorage } from 'node:async_hooks'
import { vi } from 'vitest'
import type { RequestContext } from '@/lib/request-context'
import { singleton } from '@/lib/singleton'

/** Records the request contexts of all renders from now on; each names the tags of its page. */
export function watchRenderings(): () => RequestContext[] {
	const storage = singleton<AsyncLocalStorage<RequestContext>>('request-context', () => {
		throw new Error('No page has been rendered yet.')
	})
	const run = vi.spyOn(storage, 'run').mockClear()
	return () => run.mock.calls.map(([context]) => context)
}
