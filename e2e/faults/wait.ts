import { setTimeout as sleep } from 'node:timers/promises'

const LOOK_AGAIN_MS = 20

/** Waits until the condition is met, and says whether that was within the time. */
export async function within(ms: number, isMet: () => boolean): Promise<boolean> {
	for (const end = Date.now() + ms; Date.now() < end; await sleep(LOOK_AGAIN_MS)) if (isMet()) return true
	return isMet()
}
