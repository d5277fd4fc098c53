import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
	resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
	// Photographs are developed in a process of their own, which takes its time on a busy machine.
	test: {
		testTimeout: 30_000,
		include: ['{lib,db,domain,components,server,app,scripts,cli}/**/*.test.{ts,tsx}'],
		pool: 'forks',
		// Left to itself the runner keeps one processor free, which is half of a small machine.
		maxWorkers: 2,
	},
})
