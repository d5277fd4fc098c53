import { type Invalidation, invalidate, onInvalidate } from '@/lib/invalidation'

/** Bridges invalidations to another thread: `send` gets local ones, `receive` applies remote ones without echo. */
export function bridgeInvalidations(send: (changes: Invalidation) => void) {
	let isReceiving = false
	const stop = onInvalidate((changes) => {
		if (!isReceiving) send(changes)
	})
	const receive = (changes: Invalidation): void => {
		isReceiving = true
		try {
			invalidate(changes)
		} finally {
			isReceiving = false
		}
	}
	return { receive, stop }
}
