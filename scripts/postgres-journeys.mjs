import { spawnSync } from 'node:child_process'
import { buildIfNeeded, fail, installIfNeeded, log, requireNode } from './ensure-built.mjs'
import { postgresPrograms, startPostgres } from './postgres.mjs'

requireNode()
installIfNeeded()
if (!postgresPrograms())
	fail('The journeys need PostgreSQL 15 or newer (Debian: apt-get install -y postgresql).')
buildIfNeeded()
log('Browser journeys on PostgreSQL …')
const server = await startPostgres()
try {
	const { status } = spawnSync('npx', ['playwright', 'test', ...process.argv.slice(2)], {
		stdio: 'inherit',
		env: { ...process.env, DATABASE_URL: server.url },
	})
	process.exitCode = status ?? 1
} finally {
	await server.stop()
}
