import { buildIfNeeded, installIfNeeded, requireNode, run } from '../ensure-built.mjs'

const [script = 'main', ...args] = process.argv.slice(2)

requireNode()
installIfNeeded()
buildIfNeeded()
run(process.execPath, ['--import', 'tsx', `scripts/bench/${script}.ts`, ...args], {
	env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
})
