import { haveFromDebian } from './debian.mjs'
import { buildIfNeeded, demandNode, installIfNeeded, run, say, stop } from './ready.mjs'

const NEEDED = [
	'/usr/bin/firefox-esr',
	'/usr/bin/Xvfb',
	'/usr/bin/dbus-daemon',
	'/usr/libexec/at-spi-bus-launcher',
	'/usr/lib/python3/dist-packages/pyatspi/__init__.py',
	'/usr/bin/lynx',
	'/usr/bin/w3m',
]
const PACKAGES = ['firefox-esr', 'xvfb', 'dbus', 'at-spi2-core', 'python3-pyatspi', 'lynx', 'w3m']

demandNode()
installIfNeeded()
if (haveFromDebian(NEEDED, ...PACKAGES)) {
	buildIfNeeded()
	say('Firefox with its accessibility tree, and text browsers …')
	run('npx', ['vitest', 'run', '--config', 'e2e/browsers/vitest.config.ts', ...process.argv.slice(2)])
} else {
	const missing = `${PACKAGES.join(', ')} could not be installed, so only Chromium is tried out.`
	if (process.env.CI) stop(missing)
	say(missing)
}
