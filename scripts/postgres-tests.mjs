import { spawnSync } from 'node:child_process'
import { aptInstall, ensurePackages } from './apt.mjs'
import { fail, installIfNeeded, log, requireNode } from './ensure-built.mjs'
import { postgresPrograms, startPostgres } from './postgres.mjs'

requireNode()
installIfNeeded()
if (!postgresPrograms()) aptInstall('postgresql')
if (!postgresPrograms()) {
	const missing = 'PostgreSQL 15 or newer could not be installed; the unit tests on PostgreSQL are skipped.'
	if (process.env.CI) fail(missing)
	log(missing)
	process.exit(0)
}
if (!ensurePackages(['/usr/sbin/pgbouncer'], 'pgbouncer'))
	log('PgBouncer is missing; the tests of pooled connections are skipped.')
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
