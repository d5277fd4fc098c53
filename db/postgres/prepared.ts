import { createHash } from 'node:crypto'
import { type Placeholder, sql } from 'drizzle-orm'
import type { Connection, Queryable } from '../sqlite/connection'

type Values<Name extends string> = Record<Name, unknown>
type Prepared<Result> = { execute: (values: Record<string, unknown>) => Promise<Result> }
type Query = { prepare: (name: string) => unknown; toSQL: () => { sql: string } }

/** Names of statements are limited to 63 bytes; 16 of the hash suffice for some hundred statements. */
const NAME_LENGTH = 16

/**
 * A prepared statement, cached per connection, with a placeholder for each of `names`. It is named by its text, so
 * that a pool between several processes and the server never takes one for another.
 */
export function prepared<Name extends string, Result>(
	names: readonly Name[],
	build: (
		on: Connection,
		values: Record<Name, Placeholder>,
	) => { prepare: () => { execute: (values: Record<string, unknown>) => Result } },
): (on: Queryable, values: Values<Name>) => Promise<Awaited<Result>> {
	const cache = new WeakMap<object, Prepared<Awaited<Result>>>()
	return (on, values) => {
		let query = cache.get(on.$client)
		if (!query) {
			const placeholders = {} as Record<Name, Placeholder>
			for (const name of names) placeholders[name] = sql.placeholder(name)
			const built = build(on as Connection, placeholders) as unknown as Query
			const name = createHash('sha256').update(built.toSQL().sql).digest('hex').slice(0, NAME_LENGTH)
			query = built.prepare(`square_${name}`) as Prepared<Awaited<Result>>
			cache.set(on.$client, query)
		}
		return query.execute(values)
	}
}
