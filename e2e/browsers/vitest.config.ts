import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Tests of the built site in browsers other than Chromium. */
export default defineConfig({
	resolve: { alias: { '@': fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '') } },
	test: {
		globalSetup: 'e2e/browsers/global-setup.ts',
		include: ['e2e/browsers/*.test.ts'],
		pool: 'forks',
		// Firefox and the site take a processor each.
		maxWorkers: 1,
		testTimeout: 120_000,
		hookTimeout: 300_000,
	},
})
