/** Seeded random numbers from 0 to below 1 (mulberry32), so that runs are comparable. */
export function randomFrom(seed: number): () => number {
	let state = seed
	return () => {
		state = (state + 0x6d2b79f5) | 0
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
	}
}

export const pick = <T>(random: () => number, from: readonly T[]): T =>
	from[Math.floor(random() * from.length)] as T
