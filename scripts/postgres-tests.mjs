import { spawnSync } from 'node:child_process'
import { log } from './ensure-built.mjs'
import { postgresPrograms, startPostgres } from './postgres.mjs'

if (!postgresPrograms()) {
	log('PostgreSQL 15 or newer is not installed; the unit tests on PostgreSQL are left out.')
	process.exit(0)
}
log('Unit tests on PostgreSQL …')
const server = await startPostgres()
try {
	const { status } = spawnSync(
		'npx',
		['vitest', 'run', '--config', 'vitest.postgres.config.ts', ...process.argv.slice(2)],
		{
			stdio: 'inherit',
			env: { ...process.env, DATABASE_URL: server.url },
		},
	)
	process.exitCode = status ?? 1
} finally {
	await server.stop()
}
