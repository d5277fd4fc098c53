/** First pause before a restart: locks and short outages are over by then. */
const RESTART_FIRST_MS = 1_000
/** Longest pause: with a full disk the server restarts once a minute. */
const RESTART_MAX_MS = 60_000
/** Uptime after which the pauses start at the first one again. */
const STEADY_MS = 5 * 60_000
/** Exit code of a refused start: EX_CONFIG of sysexits.h, which the systemd unit names too. */
export const REFUSED_EXIT_CODE = 78

/**
 * Runs a server process and restarts it after a crash, such as a disk error, with pauses that double each time.
 * No restart follows exit code 0, SIGINT or SIGTERM, `REFUSED_EXIT_CODE`, or an exit with a code before it ever
 * served.
 *
 * @param {() => import('node:child_process').ChildProcess} start spawns the server; its message says that it
 * serves
 * @returns {Promise<number>} the exit code of the last run
 */
export function keepRunning(start, { firstMs = RESTART_FIRST_MS, log = console.error } = {}) {
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
				log(`Server exited (${signal ?? `exit code ${code}`}); restarting in ${pause / 1000} s.`)
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
