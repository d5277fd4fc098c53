import { existsSync, openSync, readSync } from 'node:fs'

/** Limit of processor time for one turn of the event loop. */
export const TURN_MAX_MS = 100
/** Compilation, garbage collection and other processes cause long turns; a slow input causes one in every attempt. */
const ATTEMPTS = 5
/** Scheduler statistics of this thread; the first number is processor time in nanoseconds. */
const SCHEDSTAT = '/proc/thread-self/schedstat'
const schedstat = existsSync(SCHEDSTAT) ? openSync(SCHEDSTAT, 'r') : null
const bytes = Buffer.alloc(64)

/** Processor time of this thread in ms; without schedstat that of the process, which is never less. */
export function processorMs(): number {
	if (schedstat !== null) {
		const length = readSync(schedstat, bytes, 0, bytes.length, 0)
		return Number.parseInt(bytes.toString('latin1', 0, length), 10) / 1e6
	}
	const { user, system } = process.cpuUsage()
	return (user + system) / 1000
}

/**
 * Processor time in ms of the longest turn of the event loop while `run` runs. A turn delays all other
 * requests; time spent waiting for the disk, a thread or a busy machine is not counted.
 */
export async function longestTurn(run: () => Promise<unknown>): Promise<number> {
	let longest = 0
	let running = true
	let last = processorMs()
	const turn = (): void => {
		const now = processorMs()
		longest = Math.max(longest, now - last)
		last = now
		if (running) setImmediate(turn)
	}
	setImmediate(turn)
	await run()
	await new Promise(setImmediate)
	running = false
	return longest
}

export type Offender = { part: string; ms: number }

/** The inputs that exceed the limit in every attempt. */
export async function offenders(inputs: { part: string; send: (attempt: number) => Promise<unknown> }[]) {
	const found: Offender[] = []
	for (const { part, send } of inputs) {
		let least = Number.POSITIVE_INFINITY
		for (let attempt = 0; attempt < ATTEMPTS && least > TURN_MAX_MS; attempt += 1)
			least = Math.min(least, await longestTurn(() => send(attempt)))
		if (least > TURN_MAX_MS) found.push({ part, ms: Math.round(least) })
	}
	return found
}
