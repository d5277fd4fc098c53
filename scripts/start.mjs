import { spawn } from 'node:child_process'
import { keepRunning } from './keep-running.mjs'
import { buildIfNeeded, demandNode, installIfNeeded } from './ready.mjs'

demandNode()
installIfNeeded()
buildIfNeeded()

process.exitCode = await keepRunning(() =>
	spawn(process.execPath, ['.next/house.mjs'], {
		stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
		// Two arenas: glibc keeps one for each thread, and gives little of them back.
		env: { MALLOC_ARENA_MAX: '2', ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
	}),
)
