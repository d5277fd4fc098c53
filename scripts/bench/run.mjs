import { buildIfNeeded, demandNode, installIfNeeded, run } from '../ready.mjs'

const [script = 'main', ...args] = process.argv.slice(2)

demandNode()
installIfNeeded()
buildIfNeeded()
run(process.execPath, ['--import', 'tsx', `scripts/bench/${script}.ts`, ...args], {
	env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
})
