import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'

/** Unit tests on PostgreSQL: those that use the database. `scripts/postgres-tests.mjs` starts the server. */
export default defineConfig({
	resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
	test: {
		testTimeout: 60_000,
		hookTimeout: 60_000,
		pool: 'forks',
		maxWorkers: 2,
		isolate: false,
		// The driver warns of queries that run at once on the connection of a transaction; the next one refuses them.
		execArgv: ['--throw-deprecation'],
		include: ['{domain,app}/**/*.test.{ts,tsx}', 'db/postgres/*.test.ts'],
		// They lock or damage SQLite's file, need no database, or move a clock that is PostgreSQL's here.
		exclude: [
			...configDefaults.exclude,
			'domain/readiness.test.ts',
			'app/auth.test.ts',
			'app/_http/sign-in-attempts.test.ts',
			'domain/account-work.test.ts',
			'domain/{body,photos/image-worker}/**',
		],
	},
})
