import { postComment } from '@/domain/comments/post'
import { castMood } from '@/domain/moods'
import { rateArticle } from '@/domain/ratings'

/**
 * The process that crash.test.ts kills: casts votes, ratings and comments without a pause, and prints a line
 * for each acknowledged write. Usage: `crash.fixture.ts <article id> <round>`.
 */
const [articleId, round] = process.argv.slice(2).map(Number) as [number, number]
const READERS = 40

async function live(number: number): Promise<never> {
	for (let turn = 0; ; turn += 1) {
		const viewer = { person: null, readerId: `round-${round}-${number}-${turn}` }
		await castMood(viewer, articleId, 'excited')
		console.log(`mood ${viewer.readerId}`)
		await rateArticle(viewer, articleId, 4)
		console.log(`stars ${viewer.readerId}`)
		const body = `Written by ${viewer.readerId}`
		const { id } = await postComment(viewer, articleId, {
			name: 'Crash',
			email: 'c@example.org',
			body,
			parentId: null,
		})
		console.log(`comment ${viewer.readerId} ${id}`)
	}
}

await Promise.all(Array.from({ length: READERS }, (_, number) => live(number)))
