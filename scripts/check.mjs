import { demandNode, installIfNeeded, run, say } from './ready.mjs'

demandNode()
installIfNeeded()
say('Format and lint …')
run('npx', ['biome', 'ci', '--colors=off', '.'])
say('Layers …')
run(process.execPath, ['scripts/layers.mjs'])
say('Types …')
run('npx', ['next', 'typegen'], { env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } })
run('npx', ['tsc', '--noEmit'])
say('Unit tests …')
run('npx', ['vitest', 'run'])
