import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Tests of the built site over HTTP, and of faults; they need a build. */
export default defineConfig({
	resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
	// The production build of React has no development JSX.
	oxc: { jsx: { runtime: 'automatic', development: false } },
	test: {
		include: ['e2e/http/*.test.ts', 'e2e/faults/*.test.ts'],
		pool: 'forks',
		// Each server renders on one CPU; each file runs servers of its own in its own process.
		maxWorkers: 2,
		env: { NODE_ENV: 'production' },
		testTimeout: 240_000,
		hookTimeout: 120_000,
	},
})
