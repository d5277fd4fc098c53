import { ensurePackages } from './apt.mjs'
import { requireBrowser } from './browser.mjs'
import { buildIfNeeded, installIfNeeded, log, requireNode, run } from './ensure-built.mjs'

requireNode()
installIfNeeded()
const browser = requireBrowser()
if (!ensurePackages(['/usr/bin/strace', '/usr/bin/faketime'], 'strace', 'faketime'))
	log('Without strace and faketime the trials of failing calls and moved clocks are skipped.')
run(process.execPath, ['scripts/check.mjs'])
buildIfNeeded()
log('The server on the built site …')
run('npx', ['vitest', 'run', '--config', 'vitest.built.config.ts'])
log('Journeys in a real browser …')
run('npx', ['playwright', 'test', ...process.argv.slice(2)], { env: { ...process.env, CHROMIUM: browser } })
if (process.argv.length === 2)
	for (const suite of ['scripts/browsers.mjs', 'scripts/proxies.mjs']) run(process.execPath, [suite])
