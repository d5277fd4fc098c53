import { announce, EVERYTHING } from '@/lib/changes'

/** Time servers correct less than this by and by; more is a step. */
const STEP_MS = 2_000
const LOOK_EVERY_MS = 1_000

type Options = { everyMs?: number; time?: () => number }

/**
 * Notices when the wall clock is set, and then has every page made anew here and in the proxies: what they keep may
 * show what is not due, or not show what is.
 */
export function watchClock({ everyMs = LOOK_EVERY_MS, time = Date.now }: Options = {}): () => void {
	const ahead = () => time() - performance.now()
	let known = ahead()
	const look = setInterval(() => {
		const now = ahead()
		const step = now - known
		known = now
		if (Math.abs(step) < STEP_MS) return
		const seconds = Math.round(Math.abs(step) / 1000)
		console.warn(
			`The system's clock was set ${step < 0 ? 'back' : 'forward'} by ${seconds} s. All kept pages are made anew.`,
		)
		announce({ now: [EVERYTHING], soon: [] })
	}, everyMs).unref()
	return () => clearInterval(look)
}
