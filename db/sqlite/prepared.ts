import { type Placeholder, sql } from 'drizzle-orm'
import type { Connection, Queryable } from './connection'

type Values<Name extends string> = Record<Name, unknown>
type Prepared<Result> = { execute: (values: Record<string, unknown>) => Result }

/**
 * A prepared statement, cached per connection, with a placeholder for each of `names`. For queries of every reader
 * request, where building the SQL would take longer than running it.
 */
export function prepared<Name extends string, Result>(
	names: readonly Name[],
	build: (on: Connection, values: Record<Name, Placeholder>) => { prepare: () => Prepared<Result> },
): (on: Queryable, values: Values<Name>) => Promise<Awaited<Result>> {
	const cache = new WeakMap<object, Prepared<Result>>()
	return async (on, values): Promise<Awaited<Result>> => {
		let query = cache.get(on.$client)
		if (!query) {
			const placeholders = {} as Record<Name, Placeholder>
			for (const name of names) placeholders[name] = sql.placeholder(name)
			query = build(on as Connection, placeholders).prepare()
			cache.set(on.$client, query)
		}
		return await query.execute(values)
	}
}
