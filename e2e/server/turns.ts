import { existsSync, openSync, readSync } from 'node:fs'

/** The kernel's account of this thread; its first number is processor time in nanoseconds. */
const ACCOUNT = '/proc/thread-self/schedstat'
const account = existsSync(ACCOUNT) ? openSync(ACCOUNT, 'r') : null
const bytes = Buffer.alloc(64)

/** Processor time of this thread in ms, or of the process where the system does not say: that is never less. */
function processorMs(): number {
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
