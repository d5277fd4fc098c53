import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { missingNeeds, TRIALS } from './trials'

/** Small counts, and only trials that change nothing on the machine; `npm run faults` runs all of them whole. */
const COUNTS = { kill: 4, locked: 2, clock: 1, 'io-errors': 5, backup: 2 } as const
const FIRST_PORT = 3950

let folder = ''
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'square-faults-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

Object.entries(COUNTS).forEach(([name, count], index) => {
	const trial = TRIALS[name as keyof typeof TRIALS]
	test.skipIf(missingNeeds(trial))(`${name}, ${count} times`, async () => {
		const findings = await trial.run({ count, port: FIRST_PORT + index, folder: join(folder, name) })
		expect(findings.length).toBeGreaterThan(1)
		expect(findings.filter(({ met }) => !met)).toEqual([])
	})
})
