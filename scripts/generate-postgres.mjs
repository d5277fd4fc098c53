import { run } from './ensure-built.mjs'

// With this variable the schema has PostgreSQL's tables; drizzle-kit does not connect to it.
const env = { ...process.env, DATABASE_URL: 'postgres://127.0.0.1' }
run('npx', ['drizzle-kit', 'generate', '--config', 'drizzle.postgres.config.ts', ...process.argv.slice(2)], {
	env,
})
