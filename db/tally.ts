import type { Queryable } from './sqlite/connection'

type Key = Record<string, number | string>

/**
 * A table of counts. `add` inserts or changes the row of a key: to `first` if there is none, else by `by`. The name, equal
 * in all processes, orders the rows of several tables.
 */
export type Tally<Of extends Key = Key> = {
	name: string
	add(on: Queryable, values: Of & { by: number; first: number }): Promise<unknown>
}

/**
 * Adds to a tally in the transaction of the votes or comments that it counts. A write never reads or deletes a tally that
 * it or another write changes: PostgreSQL adds up the changes of a group, and makes them at its end.
 */
export type AddToTally = <Of extends Key>(tally: Tally<Of>, key: Of, by: number) => Promise<void>

/** The values of `add` for a change: a missing row counts nothing, of which nothing can be taken. */
export const tallyValues = <Of extends Key>(key: Of, by: number): Of & { by: number; first: number } => ({
	...key,
	by,
	first: Math.max(by, 0),
})
