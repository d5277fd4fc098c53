import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
	resolve: { alias: { '@': fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '') } },
	// Each file starts its own servers, and every request goes through them.
	test: { include: ['e2e/proxies/*.test.ts'], pool: 'forks', testTimeout: 60_000, hookTimeout: 180_000 },
})
