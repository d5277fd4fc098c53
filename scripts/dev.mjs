import { buildIslands, demandNode, installIfNeeded, run } from './ready.mjs'

demandNode()
installIfNeeded()
buildIslands()
run(process.execPath, ['--import', 'tsx', 'scripts/serve.ts', '--dev'], {
	env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
})
