import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Tests of several built servers on one PostgreSQL database, which they start themselves. */
export default defineConfig({
	resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
	oxc: { jsx: { runtime: 'automatic', development: false } },
	test: {
		include: ['e2e/instances/*.test.ts'],
		pool: 'forks',
		env: {
			NODE_ENV: 'production',
			// Makes the tables PostgreSQL's; the tests then name their own server.
			DATABASE_URL: 'postgres://127.0.0.1:9/none',
			SITE_URL: 'http://square.test',
		},
		testTimeout: 240_000,
		hookTimeout: 120_000,
	},
})
