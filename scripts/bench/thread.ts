import { comments, commentTallies } from '@/db/schema'
import { closeDatabase, writeDb } from '@/db/sqlite/connection'
import { slugAt } from '@/e2e/support/generate-data'
import { sendRequest } from '@/e2e/support/http-client'
import { sentence } from '@/e2e/support/lorem'
import { randomFrom } from '@/e2e/support/random'
import type { BenchConfig } from './config'
import { figure, quantile, type Result } from './format'

const COMMENTS = 10_000
/** Seven in ten answer another comment, as in a lively thread. */
const REPLIES = 0.7
const ROUNDS = 15
const WORDS = 30
/** A story that no other measurement reads. */
export const THREAD_ARTICLE = 3

/** Put there before the house opens: a thread of ten thousand comments on one story. */
export function startThread(): void {
	const random = randomFrom(11)
	const db = writeDb()
	db.$client.transaction(() => {
		const roots: number[] = []
		for (let id = 1; id <= COMMENTS; id += 1) {
			const rootId = random() < REPLIES ? roots[Math.floor(random() * roots.length)] : undefined
			if (rootId === undefined) roots.push(id)
			const place = rootId === undefined ? {} : { rootId, parentId: rootId, depth: 1 }
			const words = { authorName: `Reader ${id % 400}`, body: sentence(random, WORDS) }
			db.insert(comments)
				.values({ id, articleId: THREAD_ARTICLE, state: 'approved', ...words, ...place })
				.run()
		}
		db.insert(commentTallies).values({ articleId: THREAD_ARTICLE, approved: COMMENTS }).run()
	})()
	closeDatabase()
}

/** Each time as a reader with a cookie of their own, for whom the page is always made anew. */
export async function longThread({ server }: BenchConfig, cookieOf: () => string): Promise<Result[]> {
	const took: number[] = []
	for (let round = 0; round < ROUNDS; round += 1) {
		const began = performance.now()
		const { status } = await sendRequest(`${server.url}/news/${slugAt(THREAD_ARTICLE)}`, {
			headers: { Cookie: cookieOf() },
		})
		if (status !== 200) throw new Error(`The thread was answered ${status}.`)
		took.push(performance.now() - began)
	}
	return [
		{
			work: `thread of ${figure(COMMENTS)} comments, first page, p50`,
			result: `${figure(quantile(took))} ms (worst ${figure(Math.max(...took))} ms)`,
			against: '',
			ratio: '',
			target: '<= 200 ms',
		},
	]
}
