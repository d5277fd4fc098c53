import type { Queryable } from '../sqlite/connection'
import { type AddToTally, type Tally, tallyValues } from '../tally'
import { answersOf } from './answers'

type Change = { tally: Tally; key: Record<string, number | string>; by: number }

/**
 * Changes of tallies that wait for the end of their group. Made at once, each row would stay locked until the commit,
 * and two processes with votes on the same stories in another order would wait for each other.
 */
export class PendingTallies {
	readonly #changes = new Map<string, Change>()

	add: AddToTally = async (tally, key, by) => this.#addChange({ tally, key, by })

	/** Adds the changes of a write that has succeeded. */
	addAll(others: PendingTallies): void {
		for (const change of others.#changes.values()) this.#addChange(change)
	}

	/** Makes the changes in an order that is the same in all processes. */
	async apply(on: Queryable): Promise<void> {
		const sorted = [...this.#changes].sort(([one], [other]) => (one < other ? -1 : 1))
		const changed = sorted.map(([, change]) => change).filter(({ by }) => by !== 0)
		await answersOf(changed.map(({ tally, key, by }) => tally.add(on, tallyValues(key, by))))
	}

	#addChange({ tally, key, by }: Change): void {
		const name = JSON.stringify([tally.name, key])
		const before = this.#changes.get(name)?.by ?? 0
		this.#changes.set(name, { tally, key, by: before + by })
	}
}
