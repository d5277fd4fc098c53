import { type AnyColumn, type Placeholder, type SQL, sql } from 'drizzle-orm'

/** Value of a placeholder that holds a list, so that one prepared statement serves lists of any length. */
export const listParameter = (values: readonly number[]): string => JSON.stringify(values)

/** Query of the values in a list parameter, one a row. */
export const valuesOf = (list: Placeholder): SQL => sql`select value from json_each(${list})`

/** Condition: the value is in a list parameter. */
export const inList = (value: AnyColumn | SQL, list: Placeholder): SQL => sql`${value} in (${valuesOf(list)})`

/** Condition: the value is one of the numbers; for more of them than a statement has parameters. */
export const inNumbers = (value: AnyColumn, numbers: readonly number[]): SQL =>
	sql`${value} in (select value from json_each(${listParameter(numbers)}))`

/** The smaller of two values; null if one is null. */
export const least = (one: SQL, other: SQL): SQL => sql`min(${one}, ${other})`
