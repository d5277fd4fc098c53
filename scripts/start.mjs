import { spawn } from 'node:child_process'
import { keepRunning } from '../server/supervisor.mjs'
import { buildIfNeeded, installIfNeeded, requireNode } from './ensure-built.mjs'

requireNode()
installIfNeeded()
buildIfNeeded()

process.exitCode = await keepRunning(() =>
	spawn(process.execPath, ['.next/server.mjs'], {
		stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
		// Two malloc arenas: glibc creates more with more threads, and returns little of their memory.
		env: { MALLOC_ARENA_MAX: '2', ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
	}),
)
