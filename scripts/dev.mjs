import { buildIslands, installIfNeeded, isServerBuilt, requireNode, run } from './ensure-built.mjs'

requireNode()
installIfNeeded()
buildIslands()
// Bundled: the server imports parts of pages with their style sheets, which only a bundler resolves.
if (!isServerBuilt()) run(process.execPath, ['scripts/build-server.mjs'])
run(process.execPath, ['.next/server.mjs', '--dev'], {
	env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
})
