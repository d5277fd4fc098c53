import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Trial, table } from './trial'
import { missingNeeds, TRIALS } from './trials'

const PORT = Number(process.env.FAULTS_PORT ?? 3990)

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { count: { type: 'string' }, keep: { type: 'boolean', default: false } },
})

let unmet = 0
for (const name of positionals.length > 0 ? positionals : Object.keys(TRIALS)) {
	const trial: Trial | undefined = TRIALS[name as keyof typeof TRIALS]
	if (!trial) throw new Error(`There is no trial “${name}”; there are ${Object.keys(TRIALS).join(', ')}.`)
	console.log(`· ${name}: ${trial.title} …`)
	unmet += await runTrial(name, trial)
}
process.exit(unmet > 0 ? 1 : 0)

/** Prints a trial's findings, and returns the number of unmet ones. */
async function runTrial(name: string, trial: Trial): Promise<number> {
	const missing = missingNeeds(trial)
	if (missing) {
		console.log(`NO  not run: ${missing}`)
		return 1
	}
	const folder = mkdtempSync(join(tmpdir(), `square-faults-${name}-`))
	try {
		const count = values.count ? Number(values.count) : trial.count
		const findings = await trial.run({ count, port: PORT, folder })
		console.log(table(findings))
		return findings.filter(({ met }) => !met).length
	} finally {
		if (!values.keep) rmSync(folder, { recursive: true, force: true })
	}
}
