import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { backup } from './backup'
import { kill } from './kill'
import { powerCut } from './power-cut'
import { type Trial, table } from './trial'

const TRIALS: Record<string, Trial> = { kill, backup, 'power-cut': powerCut }
const PORT = Number(process.env.FAULTS_PORT ?? 3990)

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { count: { type: 'string' }, keep: { type: 'boolean', default: false } },
})

let failed = 0
for (const name of positionals.length > 0 ? positionals : Object.keys(TRIALS)) {
	const trial = TRIALS[name]
	if (!trial) throw new Error(`There is no trial “${name}”; there are ${Object.keys(TRIALS).join(', ')}.`)
	console.log(`· ${name}: ${trial.title} …`)
	const missing = missingNeeds(trial)
	if (missing) {
		console.log(`NO  not run: ${missing}`)
		failed += 1
		continue
	}
	const folder = mkdtempSync(join(tmpdir(), `square-faults-${name}-`))
	try {
		const count = values.count ? Number(values.count) : trial.count
		const findings = await trial.run({ count, port: PORT, folder })
		console.log(table(findings))
		failed += findings.filter(({ met }) => !met).length
	} finally {
		if (!values.keep) rmSync(folder, { recursive: true, force: true })
	}
}
process.exit(failed > 0 ? 1 : 0)

function missingNeeds({ needs = {} }: Trial): string | null {
	if (needs.root && process.getuid?.() !== 0) return 'it mounts file systems and needs root'
	const command = needs.commands?.find((name) => spawnSync('which', [name]).status !== 0)
	return command ? `${command} is not installed` : null
}
