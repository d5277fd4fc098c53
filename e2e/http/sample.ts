import { randomFrom } from '../support/random'

/** With WHOLE=1, samples are complete lists: for a single test file. */
export const FULL_RUN = process.env.WHOLE === '1'

const random = randomFrom(Number(process.env.SHARE_SEED ?? 9))

/**
 * Returns a seeded random sample of a list, different on each call, so that `npm test` ends in time.
 * `SHARE_SEED` selects other samples.
 */
export function sample<T>(list: readonly T[], number: number): T[] {
	if (FULL_RUN) return [...list]
	const rest = [...list]
	return Array.from({ length: Math.min(number, list.length) }, () => {
		const [taken] = rest.splice(Math.floor(random() * rest.length), 1)
		return taken as T
	})
}
