import { statSync } from 'node:fs'
import { join } from 'node:path'
import { closeDatabase } from '@/db'
import { readDb } from '@/db/sqlite/connection'
import type { SearchFilter } from '@/domain/search/find-articles'
import { searchArticles } from '@/domain/search/search'
import { proseTexts, WORDS } from '@/e2e/support/prose'
import { randomFrom } from '@/e2e/support/random'
import { type BenchConfig, seedData } from './config'
import { figure, quantile, type Result, ratio } from './format'

/** Searches of each kind, and of them those that the scan repeats. */
const ROUNDS = 100
const SCANNED = 3
const P95_MAX_MS = 20
const DAY_MS = 86_400_000

type Search = { typed: string; filter?: SearchFilter }

const random = randomFrom(23)
const between = (from: number, to: number): string => WORDS[Math.floor(from + random() * (to - from))] ?? ''
const common = () => between(0, 100)
const usual = () => between(100, 3_000)
const rare = () => between(3_000, 40_000)
const han = () => String.fromCodePoint(0x4e00 + Math.floor(random() ** 2 * 1_500))

export const KINDS: Record<string, () => Search> = {
	'a common word': () => ({ typed: common() }),
	'a usual word': () => ({ typed: usual() }),
	'a rare word': () => ({ typed: rare() }),
	'two words': () => ({ typed: `${usual()} ${usual()}` }),
	'a common and a rare word': () => ({ typed: `${common()} ${rare()}` }),
	'four words': () => ({ typed: `${common()} ${usual()} ${common()} ${usual()}` }),
	'a phrase': () => ({ typed: `"${common()} ${usual()}"` }),
	'a beginning': () => ({ typed: usual().slice(0, 4) }),
	'a word left out': () => ({ typed: `${usual()} -${common()}` }),
	'a misspelt word': () => ({ typed: `${rare()}x` }),
	'two Han letters': () => ({ typed: han() + han() }),
	'a section': () => ({ typed: common(), filter: { section: 'culture' } }),
	'an author': () => ({ typed: common(), filter: { author: 'author 7' } }),
	'a month': () => {
		const from = new Date(Date.now() - (30 + Math.floor(random() * 1_500)) * DAY_MS)
		return { typed: usual(), filter: { from, to: new Date(from.getTime() + 30 * DAY_MS) } }
	},
}

/** Time of whole searches with their results and excerpts, beside a scan of the same texts by LIKE. */
export async function search({ dataDir, quick }: Pick<BenchConfig, 'dataDir' | 'quick'>): Promise<Result[]> {
	const stories = quick ? 10_000 : 100_000
	const folder = join(dataDir, 'search')
	await seedData(folder, stories, proseTexts)
	const results: Result[] = []
	const all: number[] = []
	for (const [kind, make] of Object.entries(KINDS)) {
		const searches = Array.from({ length: ROUNDS }, make)
		const took = await timesOf(searches, ({ typed, filter }) => searchArticles(typed, filter))
		all.push(...took)
		const scans = await timesOf(searches.slice(0, SCANNED), async ({ typed }) => scan(typed))
		results.push(resultOf(`search of ${figure(stories)} stories: ${kind}`, took, scans))
	}
	const p95 = quantile(all, 0.95)
	results.push({
		measurement: `search of ${figure(stories)} stories, all kinds, p95`,
		result: `${figure(p95)} ms (median ${figure(quantile(all))} ms, worst ${figure(Math.max(...all))} ms)`,
		baseline: '',
		ratio: '',
		target: `<= ${P95_MAX_MS} ms`,
		met: p95 <= P95_MAX_MS,
	})
	results.push({
		measurement: `index of ${figure(stories)} stories`,
		result: `${figure(indexBytes() / 1e6)} MB of a database of ${figure(statSync(join(folder, 'square.db')).size / 1e6)} MB`,
		baseline: '',
		ratio: '',
		target: '',
		met: null,
	})
	await closeDatabase()
	process.env.DATA_DIR = dataDir
	return results
}

async function timesOf(searches: Search[], run: (search: Search) => Promise<unknown>): Promise<number[]> {
	const took: number[] = []
	for (const each of searches) {
		const began = performance.now()
		await run(each)
		took.push(performance.now() - began)
	}
	return took
}

const indexBytes = (): number =>
	readDb()
		.$client.prepare("select sum(pgsize) from dbstat where name like 'search\\_%' escape '\\'")
		.pluck()
		.get() as number

/** Reads every published body, as a site without an index does. */
function scan(typed: string): unknown {
	return readDb()
		.$client.prepare(
			`select r.id from articles a join revisions r on r.id = a.published_revision_id
			where r.body like ? order by a.publish_at desc limit 20`,
		)
		.all(`%${typed.replace(/["-]/g, '')}%`)
}

function resultOf(measurement: string, took: number[], scans: number[]): Result {
	const p95 = quantile(took, 0.95)
	const scanned = quantile(scans)
	return {
		measurement: `${measurement}, p95`,
		result: `${figure(p95)} ms (median ${figure(quantile(took))} ms)`,
		baseline: `scan by LIKE: ${figure(scanned)} ms`,
		ratio: ratio(quantile(took), scanned),
		target: '',
		met: null,
	}
}
