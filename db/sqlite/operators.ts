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

/** Condition on a column for which no index is searched: one on another column of the query has fewer rows. */
export const equalsUnindexed = (column: AnyColumn, value: string): SQL => sql`+${column} = ${value}`

/** Aggregate of the numbers of all rows: thousands of them take a tenth of the time of as many result rows. */
export const allNumbers = (value: AnyColumn | SQL): SQL<number[]> =>
	sql`json_group_array(${value})`.mapWith((list: string): number[] => JSON.parse(list))

/** The smaller of two values; null if one is null. */
export const least = (one: SQL, other: SQL): SQL => sql`min(${one}, ${other})`
