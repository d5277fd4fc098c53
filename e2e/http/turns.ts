import { existsSync, openSync, readSync } from 'node:fs'

/** The longest that one request may hold up all others, in processor time. */
export const TURN_MAX_MS = 100
/** Compiling and collecting garbage take a turn now and then; an input that holds up the thread does so each time. */
const ATTEMPTS = 3
/** The kernel's account of this thread; its first number is processor time in nanoseconds. */
const ACCOUNT = '/proc/thread-self/schedstat'
const account = existsSync(ACCOUNT) ? openSync(ACCOUNT, 'r') : null
const bytes = Buffer.alloc(64)

/** Processor time of this thread in ms, or of the process where the system does not say: that is never less. */
export function processorMs(): number {
	if (account !== null) {
		const length = readSync(account, bytes, 0, bytes.length, 0)
		return Number.parseInt(bytes.toString('latin1', 0, length), 10) / 1e6
	}
	const { user, system } = process.cpuUsage()
	return (user + system) / 1000
}

/**
 * The processor time in ms of the longest turn of the event loop while `run` runs. A turn holds up everybody
 * else; waiting for the disk, a thread or a busy machine does not count.
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

/** The inputs that hold up the thread for too long in every attempt. */
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
