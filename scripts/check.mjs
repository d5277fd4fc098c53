import { installIfNeeded, log, requireNode, run } from './ensure-built.mjs'

requireNode()
installIfNeeded()
log('Format and lint …')
run('npx', ['biome', 'ci', '--colors=off', '.'])
log('Layers …')
run(process.execPath, ['scripts/check-layers.mjs'])
log('Types …')
run('npx', ['next', 'typegen'], { env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } })
run('npx', ['tsc', '--noEmit'])
log('Unit tests …')
run('npx', ['vitest', 'run', '--project', '!slow'])
