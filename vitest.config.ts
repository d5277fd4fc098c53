import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'

/** Test files that run in a process of their own: they spawn processes, mock Node, measure time or use a DOM. */
const ISOLATED = [
	'{db,server,scripts,cli,demo}/**/*.test.{ts,tsx}',
	'components/articles/body.test.tsx',
	'components/desk/{editor,form}/*.test.{ts,tsx}',
	'domain/readiness.test.ts',
	'domain/photos/{process-image,recovery,image-worker/*}.test.ts',
	'{lib,domain/body}/growth.test.ts',
]

export default defineConfig({
	resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
	test: {
		// A busy machine takes 20 s for tests that take 2 s otherwise; a real hang exceeds the limit too.
		testTimeout: 60_000,
		hookTimeout: 60_000,
		pool: 'forks',
		// The default leaves one CPU free: half of a machine with two.
		maxWorkers: 2,
		projects: [
			{ extends: true, test: { name: 'isolated', include: ISOLATED } },
			{
				extends: true,
				test: {
					name: 'shared',
					include: ['{lib,domain,components,app}/**/*.test.{ts,tsx}'],
					exclude: [...configDefaults.exclude, ...ISOLATED],
					// A process start and the import of the database take longer than most test files.
					isolate: false,
				},
			},
		],
	},
})
