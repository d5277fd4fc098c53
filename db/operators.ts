import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'

/** In the `set` of an upsert: the values of the row that was not inserted, for these columns. */
export const excluded = <Name extends string>(columns: Record<Name, AnyColumn>): Record<Name, SQL> =>
	Object.fromEntries(
		Object.entries<AnyColumn>(columns).map(([name, column]) => [
			name,
			sql`excluded.${sql.identifier(toSnakeCase(column.name))}`,
		]),
	) as Record<Name, SQL>
