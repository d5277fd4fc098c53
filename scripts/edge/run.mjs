import { haveFromDebian } from '../debian.mjs'
import { buildIfNeeded, demandNode, installIfNeeded, run, say, stop } from '../ready.mjs'

const NEEDED = [
	'/usr/sbin/nginx',
	'/usr/sbin/varnishd',
	'/usr/lib/x86_64-linux-gnu/varnish/vmods/libvmod_xkey.so',
]

demandNode()
installIfNeeded()
if (
	haveFromDebian(process.arch === 'x64' ? NEEDED : NEEDED.slice(0, 2), 'nginx', 'varnish', 'varnish-modules')
) {
	buildIfNeeded()
	say('Proxies in front, with the files of deploy/ …')
	run('npx', ['vitest', 'run', '--config', 'scripts/edge/vitest.config.ts', ...process.argv.slice(2)])
} else {
	const missing =
		'nginx, varnish and varnish-modules could not be installed, so the files of deploy/ are not tried out.'
	if (process.env.CI) stop(missing)
	say(missing)
}
