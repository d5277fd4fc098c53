import { defineConfig } from 'drizzle-kit'

// `scripts/generate-postgres.mjs` makes the schema PostgreSQL's.
export default defineConfig({
	dialect: 'postgresql',
	schema: './db/schema.ts',
	out: './db/postgres/migrations',
	casing: 'snake_case',
})
