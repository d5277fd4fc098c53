import { buildIfNeeded, demandNode, installIfNeeded, run } from './ready.mjs'

demandNode()
installIfNeeded()
buildIfNeeded()
run(process.execPath, ['--import', 'tsx', 'e2e/faults/run.ts', ...process.argv.slice(2)], {
	env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
})
