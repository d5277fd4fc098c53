import { ensurePackages } from './apt.mjs'
import { buildIfNeeded, fail, installIfNeeded, log, requireNode, run } from './ensure-built.mjs'

const NEEDED = [
	'/usr/sbin/nginx',
	'/usr/sbin/varnishd',
	'/usr/lib/x86_64-linux-gnu/varnish/vmods/libvmod_xkey.so',
]

requireNode()
installIfNeeded()
if (
	ensurePackages(process.arch === 'x64' ? NEEDED : NEEDED.slice(0, 2), 'nginx', 'varnish', 'varnish-modules')
) {
	buildIfNeeded()
	log('Tests behind nginx and Varnish, with the configuration of deploy/ …')
	run('npx', ['vitest', 'run', '--config', 'e2e/proxies/vitest.config.ts', ...process.argv.slice(2)])
} else {
	const missing = 'nginx, varnish and varnish-modules could not be installed; tests of deploy/ are skipped.'
	if (process.env.CI) fail(missing)
	log(missing)
}
