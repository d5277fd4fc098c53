import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'

/**
 * Tests with a process for each file: they start processes, replace functions of Node, measure memory or processor
 * time, or emulate a browser.
 */
const ISOLATED = [
	'{db,server,scripts,cli,demo}/**/*.test.{ts,tsx}',
	'components/articles/body.test.tsx',
	'components/desk/editor/*.test.{ts,tsx}',
	'domain/readiness.test.ts',
	'domain/photos/{develop,recovery,darkroom/*}.test.ts',
	'{lib,domain/body}/growth.test.ts',
]

export default defineConfig({
	resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
	test: {
		// A busy machine takes 20 s where a quiet one takes 2; what never comes is late all the same.
		testTimeout: 60_000,
		hookTimeout: 60_000,
		pool: 'forks',
		// Left to itself the runner keeps one processor free, which is half of a small machine.
		maxWorkers: 2,
		projects: [
			{ extends: true, test: { name: 'isolated', include: ISOLATED } },
			{
				extends: true,
				test: {
					name: 'shared',
					include: ['{lib,domain,components,app}/**/*.test.{ts,tsx}'],
					exclude: [...configDefaults.exclude, ...ISOLATED],
					// To start a process and import the database took longer than the tests of most files.
					isolate: false,
				},
			},
		],
	},
})
