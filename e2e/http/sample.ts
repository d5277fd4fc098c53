import { randomFrom } from '../support/random'

/** Set, nothing is left out: for a run by itself. */
export const FULL_RUN = process.env.WHOLE === '1'

const random = randomFrom(Number(process.env.SHARE_SEED ?? 9))

/**
 * So many of a list, each time others, and the same ones in every run with the same seed: `npm test` as a whole
 * must end in time.
 */
export function sample<T>(list: readonly T[], number: number): T[] {
	if (FULL_RUN) return [...list]
	const rest = [...list]
	return Array.from({ length: Math.min(number, list.length) }, () => {
		const [taken] = rest.splice(Math.floor(random() * rest.length), 1)
		return taken as T
	})
}
