import { defineConfig } from 'drizzle-kit'

// The schema is PostgreSQL's if DATABASE_URL is set; generating does not connect to it.
export default defineConfig({
	dialect: 'postgresql',
	schema: './db/schema.ts',
	out: './db/postgres/migrations',
	casing: 'snake_case',
})
