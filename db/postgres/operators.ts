import { type AnyColumn, type Placeholder, type SQL, sql } from 'drizzle-orm'

/** Value of a placeholder that holds a list, so that one prepared statement serves lists of any length. */
export const listParameter = (values: readonly number[]): string => `{${values.join()}}`

/** Query of the values in a list parameter, one a row. */
export const valuesOf = (list: Placeholder): SQL => sql`select unnest(${list}::bigint[]) as value`

/** Condition: the value is in a list parameter. */
export const inList = (value: AnyColumn | SQL, list: Placeholder): SQL =>
	sql`${value} = any(${list}::bigint[])`

/** Condition: the value is one of the numbers; for more of them than a statement has parameters. */
export const inNumbers = (value: AnyColumn, numbers: readonly number[]): SQL =>
	sql`${value} = any(${listParameter(numbers)}::bigint[])`

/** Condition on a column for which SQLite is to search no index; PostgreSQL decides by its statistics. */
export const equalsUnindexed = (column: AnyColumn, value: string): SQL => sql`${column} = ${value}`

/** Aggregate of the numbers of all rows: thousands of them take a tenth of the time of as many result rows. */
export const allNumbers = (value: AnyColumn | SQL): SQL<number[]> =>
	sql`coalesce(json_agg(${value}), '[]')`.mapWith((list: number[]): number[] => list)

/** The smaller of two values; null if one is null, unlike PostgreSQL's `least`. */
export const least = (one: SQL, other: SQL): SQL =>
	sql`case when ${one} is not null and ${other} is not null then least(${one}, ${other}) end`
