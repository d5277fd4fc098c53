import { spawn } from 'node:child_process'
import { buildIfNeeded, demandNode, installIfNeeded } from './ready.mjs'

demandNode()
installIfNeeded()
buildIfNeeded()

const server = spawn(process.execPath, ['.next/house.mjs'], {
	stdio: 'inherit',
	// Two arenas: glibc keeps one for each thread, and gives little of them back.
	env: { MALLOC_ARENA_MAX: '2', ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code) => process.exit(code ?? 1))
