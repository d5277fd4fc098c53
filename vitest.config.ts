import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'

/** Test files that run in a process of their own: they spawn processes, mock Node, measure time or use a DOM. */
const ISOLATED = [
	'{db,server,scripts,cli,demo}/**/*.test.{ts,tsx}',
	'components/articles/body.test.tsx',
	'components/desk/{editor,form}/*.test.{ts,tsx}',
	'domain/photos/image-worker/*.test.ts',
	'domain/account-work.test.ts',
]

/** Half of the time of all: large photographs, started programs, growth, long random sequences. Only `npm test` runs them. */
const SLOW = [
	'cli/**/*.test.ts',
	'demo/record.test.ts',
	'db/sqlite/{external-writes,server-lock}.test.ts',
	'domain/{housekeeping,readiness}.test.ts',
	'domain/comments/counts.test.ts',
	'domain/photos/{add,change,process-image,recovery}.test.ts',
	'domain/trash/sequences.test.ts',
	'{lib,domain/body}/growth.test.ts',
	'scripts/ensure-built.test.ts',
	'server/{arrival-limit,http-server,prepare-data,supervisor,upload-spool}.test.ts',
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
			{ extends: true, test: { name: 'slow', include: SLOW } },
			{
				extends: true,
				test: {
					name: 'isolated',
					include: ISOLATED,
					exclude: [...configDefaults.exclude, ...SLOW, 'db/postgres/**'],
				},
			},
			{
				extends: true,
				test: {
					name: 'shared',
					include: ['{lib,domain,components,app}/**/*.test.{ts,tsx}'],
					exclude: [...configDefaults.exclude, ...ISOLATED, ...SLOW],
					// A process start and the import of the database take longer than most test files.
					isolate: false,
				},
			},
		],
	},
})
