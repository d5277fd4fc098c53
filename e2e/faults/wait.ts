import { setTimeout as sleep } from 'node:timers/promises'

const POLL_MS = 20

/** Polls until the condition is met; resolves to false when the time is over. */
export async function within(ms: number, isMet: () => boolean): Promise<boolean> {
	for (const end = Date.now() + ms; Date.now() < end; await sleep(POLL_MS)) if (isMet()) return true
	return isMet()
}
