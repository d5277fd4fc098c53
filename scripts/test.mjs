import { ensurePackages } from './apt.mjs'
import { requireBrowser } from './browser.mjs'
import { buildIfNeeded, installIfNeeded, log, requireNode, run } from './ensure-built.mjs'

/** Unit tests of what differs most between the databases; `npm run test:postgres` runs all on PostgreSQL. */
const OF_DIALECT = [
	'db/postgres',
	'domain/locks',
	'domain/search/',
	'domain/moods.test',
	'domain/ratings.test',
	'domain/readers.test',
	'domain/votes/counts',
	'domain/comments/paging',
	'domain/comments/list.test',
	'domain/comments/respect',
	'domain/articles/story-list',
	'domain/people-list',
]

requireNode()
installIfNeeded()
const browser = requireBrowser()
if (!ensurePackages(['/usr/bin/strace', '/usr/bin/faketime'], 'strace', 'faketime'))
	log('strace and faketime are missing; tests of failing system calls and clock changes are skipped.')
run(process.execPath, ['scripts/check.mjs'])
log('Slow unit tests …')
run('npx', ['vitest', 'run', '--project', 'slow'])
run(process.execPath, ['scripts/postgres-tests.mjs', ...OF_DIALECT])
buildIfNeeded()
log('HTTP tests of the built server …')
run('npx', ['vitest', 'run', '--config', 'vitest.built.config.ts'])
log('Several servers on one PostgreSQL database, if it is installed …')
run('npx', ['vitest', 'run', '--config', 'vitest.instances.config.ts'])
log('Browser tests …')
run('npx', ['playwright', 'test', ...process.argv.slice(2)], { env: { ...process.env, CHROMIUM: browser } })
if (process.argv.length === 2)
	for (const suite of ['scripts/browsers.mjs', 'scripts/proxies.mjs']) run(process.execPath, [suite])
