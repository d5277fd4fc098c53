import { ensurePackages } from './apt.mjs'
import { buildIfNeeded, fail, installIfNeeded, log, requireNode, run } from './ensure-built.mjs'

const NEEDED = [
	'/usr/bin/firefox-esr',
	'/usr/bin/Xvfb',
	'/usr/bin/dbus-daemon',
	'/usr/libexec/at-spi-bus-launcher',
	'/usr/lib/python3/dist-packages/pyatspi/__init__.py',
	'/usr/bin/lynx',
	'/usr/bin/w3m',
	'/usr/bin/newsboat',
	'/usr/bin/tmux',
]
const BROWSERS = ['firefox-esr', 'lynx', 'w3m', 'newsboat']
const PACKAGES = [...BROWSERS, 'xvfb', 'dbus', 'at-spi2-core', 'python3-pyatspi', 'tmux']

requireNode()
installIfNeeded()
if (ensurePackages(NEEDED, ...PACKAGES)) {
	buildIfNeeded()
	log('Tests in Firefox, with its accessibility tree, in text browsers and a feed reader …')
	run('npx', ['vitest', 'run', '--config', 'e2e/browsers/vitest.config.ts', ...process.argv.slice(2)])
} else {
	const missing = `${PACKAGES.join(', ')} could not be installed; tests of other browsers are skipped.`
	if (process.env.CI) fail(missing)
	log(missing)
}
