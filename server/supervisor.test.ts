import { spawn } from 'node:child_process'
import { afterEach, expect, test } from 'vitest'
import { eventually } from '@/lib/testing'
import { keepRunning } from './supervisor.mjs'

const SERVE = `process.send('serves');`
const DIE = `${SERVE} setTimeout(() => process.kill(process.pid, 'SIGKILL'), 20)`
const STOP = `${SERVE} setTimeout(() => process.exit(0), 20)`
const CRASH = `${SERVE} setTimeout(() => { throw new Error('unexpected') }, 20)`
const REFUSE = 'process.exit(1)'
const REFUSE_FOR_GOOD = 'process.exit(78)'
const RUN = `process.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1000); ${SERVE}`

const handlers = new Set(process.listeners('SIGTERM'))
afterEach(() => {
	for (const signal of ['SIGTERM', 'SIGINT'] as const)
		for (const handler of process.listeners(signal))
			if (!handlers.has(handler as NodeJS.SignalsListener)) process.off(signal, handler)
})

/** Runs the supervisor with a list of programs, one per start of the server. */
async function run(...programs: string[]) {
	const logged: string[] = []
	let runs = 0
	const code = await keepRunning(
		() => {
			const program = programs[runs++] ?? 'process.exit(99)'
			return spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
		},
		{ firstMs: 10, log: (text: string) => logged.push(text) },
	)
	return { code, runs, logged }
}

test('a crashed server is restarted after growing pauses', async () => {
	const { code, runs, logged } = await run(DIE, CRASH, DIE, STOP)
	expect([code, runs]).toEqual([0, 4])
	expect(logged.map((text) => /in ([\d.]+) s/.exec(text)?.[1])).toEqual(['0.01', '0.02', '0.04'])
	expect(logged[0]).toContain('SIGKILL')
	expect(logged[1]).toContain('exit code 1')
})

test('a refused start is not retried', async () => {
	expect(await run(REFUSE)).toEqual({ code: 1, runs: 1, logged: [] })
	expect(await run(DIE, REFUSE_FOR_GOOD)).toMatchObject({ code: 78, runs: 2 })
})

test('transient refusals after a first success are retried', async () => {
	expect(await run(DIE, REFUSE, REFUSE, STOP)).toMatchObject({ code: 0, runs: 4 })
})

test('a server stopped by a signal is not restarted', async () => {
	let runs = 0
	let served = false
	const running = keepRunning(
		() => {
			runs += 1
			const server = spawn(process.execPath, ['-e', RUN], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
			server.once('message', () => {
				served = true
			})
			return server
		},
		{ firstMs: 10 },
	)
	await eventually(() => expect(served).toBe(true))
	process.emit('SIGTERM', 'SIGTERM')
	expect(await running).toBe(0)
	expect(runs).toBe(1)
})
