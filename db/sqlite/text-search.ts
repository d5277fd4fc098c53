import type Database from 'better-sqlite3'
import { or, type SQL, sql } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { foldText } from '@/lib/fold-text'

/** SQLite's own `lower` and `like` know ASCII only, so `fold_text` is defined in JavaScript. */
export function defineTextSearch(client: Database.Database): void {
	client.function('fold_text', { deterministic: true, directOnly: true }, (text) =>
		typeof text === 'string' ? foldText(text) : null,
	)
}

/**
 * Whether any of the columns contains the term, which is folded already (`searchTerms`). Every character of it
 * stands for itself, also `%` and `_`. Reads the columns of every row that other conditions leave.
 */
export const contains = (columns: (AnySQLiteColumn | SQL)[], term: string): SQL | undefined =>
	or(...columns.map((column) => sql`instr(fold_text(${column}), ${term}) > 0`))
