import { buildIslands, installIfNeeded, requireNode, run } from './ensure-built.mjs'

requireNode()
installIfNeeded()
buildIslands()
run(process.execPath, ['--import', 'tsx', 'server/main.ts', '--dev'], {
	env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
})
