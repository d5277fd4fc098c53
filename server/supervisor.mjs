/** First pause before a server that ended by itself is started again: a lock or a short outage is over by then. */
const RESTART_FIRST_MS = 1_000
/** A disk that stays full is tried once a minute. */
const RESTART_MAX_MS = 60_000
/** After so long, the cause of the last end counts as gone, and pauses begin small again. */
const STEADY_MS = 5 * 60_000
/** A start that was refused until an administrator acts: EX_CONFIG of sysexits.h; the systemd unit names it too. */
export const REFUSED_EXIT_CODE = 78

/**
 * Runs a server, and starts it again with growing pauses when it ends by itself, as after an error of the disk.
 * A server that ends well, that is told to stop, that refuses to start or that never served is not started again.
 *
 * @param {() => import('node:child_process').ChildProcess} start starts it; a message from it says that it serves
 * @returns {Promise<number>} the exit code of its last run
 */
export function keepRunning(start, { firstMs = RESTART_FIRST_MS, say: log = console.error } = {}) {
	let pause = firstMs
	let served = false
	let stopping = false
	let server
	let waiting
	return new Promise((resolve) => {
		const open = () => {
			const openedAt = performance.now()
			waiting = undefined
			server = start()
			server.once('message', () => {
				served = true
			})
			server.once('exit', (code, signal) => {
				const refused = code === REFUSED_EXIT_CODE || (!served && signal === null)
				if (stopping || code === 0 || refused) return resolve(code ?? 1)
				if (performance.now() - openedAt >= STEADY_MS) pause = firstMs
				log(`The server ended (${signal ?? `exit code ${code}`}). It is started again in ${pause / 1000} s.`)
				waiting = setTimeout(open, pause)
				pause = Math.min(2 * pause, RESTART_MAX_MS)
			})
		}
		for (const signal of ['SIGINT', 'SIGTERM'])
			process.on(signal, () => {
				stopping = true
				if (!waiting) return server.kill(signal)
				clearTimeout(waiting)
				resolve(0)
			})
		open()
	})
}
