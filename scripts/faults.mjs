import { buildIfNeeded, installIfNeeded, requireNode, run } from './ensure-built.mjs'

requireNode()
installIfNeeded()
buildIfNeeded()
run(process.execPath, ['--import', 'tsx', 'e2e/faults/run.ts', ...process.argv.slice(2)], {
	env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
})
