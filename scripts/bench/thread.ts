import { closeDatabase } from '@/db'
import { comments, commentTallies } from '@/db/schema'
import { writeDb } from '@/db/sqlite/connection'
import { slugAt } from '@/e2e/support/generate-data'
import { sendRequest } from '@/e2e/support/http-client'
import { sentence } from '@/e2e/support/lorem'
import { randomFrom } from '@/e2e/support/random'
import type { BenchConfig } from './config'
import { figure, quantile, type Result } from './format'

const COMMENTS = 10_000
/** Share of comments that are replies. */
const REPLIES = 0.7
const ROUNDS = 15
const WORDS = 30
const P50_MAX_MS = 200
/** Story of this measurement only. */
export const THREAD_ARTICLE = 3

/** Inserts a thread of 10,000 comments on one story; runs before the server starts. */
export async function seedThread(): Promise<void> {
	const random = randomFrom(11)
	const db = writeDb()
	db.$client.transaction(() => {
		const roots: number[] = []
		for (let id = 1; id <= COMMENTS; id += 1) {
			const rootId = random() < REPLIES ? roots[Math.floor(random() * roots.length)] : undefined
			if (rootId === undefined) roots.push(id)
			const position = rootId === undefined ? {} : { rootId, parentId: rootId, depth: 1 }
			const text = { authorName: `Reader ${id % 400}`, body: sentence(random, WORDS) }
			db.insert(comments)
				.values({ id, articleId: THREAD_ARTICLE, state: 'approved', ...text, ...position })
				.run()
		}
		db.insert(commentTallies).values({ articleId: THREAD_ARTICLE, approved: COMMENTS }).run()
	})()
	await closeDatabase()
}

/** Response times for readers with a reader cookie, whose pages are not cached. */
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
	const p50 = quantile(took)
	return [
		{
			measurement: `thread of ${figure(COMMENTS)} comments, first page, p50`,
			result: `${figure(p50)} ms (worst ${figure(Math.max(...took))} ms)`,
			baseline: '',
			ratio: '',
			target: `<= ${P50_MAX_MS} ms`,
			met: p50 <= P50_MAX_MS,
		},
	]
}
