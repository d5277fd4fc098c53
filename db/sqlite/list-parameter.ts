import { type Placeholder, type SQL, sql } from 'drizzle-orm'

/** Value of a placeholder that holds a list, so that one prepared statement serves lists of any length. */
export const listParameter = (values: readonly number[]): string => JSON.stringify(values)

/** Query of the values in a list parameter, one a row. */
export const valuesOf = (list: Placeholder): SQL => sql`select value from json_each(${list})`
