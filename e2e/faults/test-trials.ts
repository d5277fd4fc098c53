import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { missingNeeds, TRIALS } from './trials'

/** Runs trials that leave the machine unchanged, with small counts; `npm run faults` runs all in full. */
export function testTrials(counts: Partial<Record<keyof typeof TRIALS, number>>, firstPort: number): void {
	let folder = ''
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'square-faults-'))
	})
	afterAll(() => rmSync(folder, { recursive: true, force: true }))

	Object.entries(counts).forEach(([name, count], index) => {
		const trial = TRIALS[name as keyof typeof TRIALS]
		test.skipIf(missingNeeds(trial))(`${name}, ${count} times`, async () => {
			const findings = await trial.run({ count, port: firstPort + index, folder: join(folder, name) })
			expect(findings.length).toBeGreaterThan(1)
			expect(findings.filter(({ met }) => !met)).toEqual([])
		})
	})
}
