import { type SQL, sql } from 'drizzle-orm'
import type { AnyColumn } from '../columns'

/** CHECK expression: the column has one of the values. */
export const among = (column: AnyColumn, values: readonly string[]): SQL =>
	sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`
