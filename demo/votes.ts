import { castMood } from '@/domain/moods'
import type { Viewer } from '@/domain/permissions'
import { rateArticle } from '@/domain/ratings'
import { MOODS, type Stars } from '@/lib/moods'

/** Ids of real readers are random. */
export const VOTER_PREFIX = 'demo-reader-'

/** Casts the given numbers of votes: `moods` in the order of MOODS, `stars` from 1 to 5. */
export async function castVotes(articleId: number, moods: number[], stars: number[]): Promise<void> {
	const casts = moods.flatMap((number, index) => Array<number>(number).fill(index))
	const rates = stars.flatMap((number, index) => Array<Stars>(number).fill((index + 1) as Stars))
	await Promise.all([
		...casts.map((mood, index) => castMood(demoReader(index), articleId, MOODS[mood] ?? null)),
		...rates.map((given, index) => rateArticle(demoReader(index), articleId, given)),
	])
}

const demoReader = (number: number): Viewer => ({ person: null, readerId: VOTER_PREFIX + number })
