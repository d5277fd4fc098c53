import { ensurePackages } from './apt.mjs'
import { requireBrowser } from './browser.mjs'
import { buildIfNeeded, installIfNeeded, log, requireNode, run } from './ensure-built.mjs'

requireNode()
installIfNeeded()
const browser = requireBrowser()
if (!ensurePackages(['/usr/bin/strace', '/usr/bin/faketime'], 'strace', 'faketime'))
	log('strace and faketime are missing; tests of failing system calls and clock changes are skipped.')
run(process.execPath, ['scripts/check.mjs'])
log('Slow unit tests …')
run('npx', ['vitest', 'run', '--project', 'slow'])
buildIfNeeded()
log('HTTP tests of the built server …')
run('npx', ['vitest', 'run', '--config', 'vitest.built.config.ts'])
log('Several servers on one PostgreSQL database, if it is installed …')
run('npx', ['vitest', 'run', '--config', 'vitest.instances.config.ts'])
log('Browser tests …')
run('npx', ['playwright', 'test', ...process.argv.slice(2)], { env: { ...process.env, CHROMIUM: browser } })
if (process.argv.length === 2)
	for (const suite of ['scripts/browsers.mjs', 'scripts/proxies.mjs']) run(process.execPath, [suite])
