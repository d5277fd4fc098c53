import { type Invalidation, invalidate, onInvalidate } from '@/lib/invalidation'

/** Tells another thread of every change of this one, and this one of that one's, each of them once. */
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
