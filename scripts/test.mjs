import { demandBrowser } from './browser.mjs'
import { haveFromDebian } from './debian.mjs'
import { buildIfNeeded, demandNode, installIfNeeded, run, say } from './ready.mjs'

demandNode()
installIfNeeded()
const browser = demandBrowser()
if (!haveFromDebian(['/usr/bin/strace', '/usr/bin/faketime'], 'strace', 'faketime'))
	say('Without strace and faketime the trials of failing calls and moved clocks are skipped.')
run(process.execPath, ['scripts/check.mjs'])
buildIfNeeded()
say('The server on the built site …')
run('npx', ['vitest', 'run', '--config', 'vitest.built.config.ts'])
say('Journeys in a real browser …')
run('npx', ['playwright', 'test', ...process.argv.slice(2)], { env: { ...process.env, CHROMIUM: browser } })
if (process.argv.length === 2)
	for (const suite of ['scripts/browsers.mjs', 'scripts/edge/run.mjs']) run(process.execPath, [suite])
