import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Takes half as long as all else together, so nothing should wait for it at the end. */
const LONGEST = 'domain/crash.test.ts'

class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const isLongest = ({ moduleId }: TestSpecification) => moduleId.endsWith(LONGEST)
		return (await super.sort(files)).sort((a, b) => Number(isLongest(b)) - Number(isLongest(a)))
	}
}

export default defineConfig({
	resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
	// Photographs are developed in a process of their own, which takes its time on a busy machine.
	test: {
		testTimeout: 30_000,
		include: ['{lib,db,domain,components,server,app,scripts}/**/*.test.{ts,tsx}'],
		pool: 'forks',
		// Left to itself the runner keeps one processor free, which is half of a small machine.
		maxWorkers: 2,
		sequence: { sequencer: LongestFirst },
	},
})
