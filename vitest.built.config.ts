import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Tests of the server on the built site, in the server's own process. */
export default defineConfig({
	resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
	test: {
		include: ['e2e/http/*.test.ts', 'e2e/faults/*.test.ts'],
		pool: 'forks',
		// A house makes pages on one processor; each file opens houses of its own, in a process of its own.
		maxWorkers: 2,
		env: { NODE_ENV: 'production' },
		testTimeout: 240_000,
		hookTimeout: 120_000,
	},
})
