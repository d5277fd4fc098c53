import { slugAt } from '@/e2e/support/generate-data'
import type { BenchConfig } from './config'
import { figure, type Result } from './format'
import { castVotes, countVotes, recount } from './votes'

const CONNECTIONS = 64
/** A story that no other measurement votes on. */
const ARTICLE = 2
const PER_SECOND_WANTED = 1_000

/** Votes that are on disk before they are acknowledged, and a recount of every one of them. */
export async function votesDurable({ server, seconds }: BenchConfig): Promise<Result[]> {
	const url = `${server.url}/news/${slugAt(ARTICLE)}/moods`
	await castVotes({ url, connections: CONNECTIONS, seconds: 1 })
	const before = countVotes(ARTICLE)
	const cast = await castVotes({ url, connections: CONNECTIONS, seconds })
	const { lost, doubled, tallyOff } = recount(ARTICLE, cast, before)
	return [
		{
			work: `durable votes, ${CONNECTIONS} connections`,
			result: `${figure(cast.perSecond)}/s, p99 ${figure(cast.p99Ms)} ms`,
			against: `wanted: ${figure(PER_SECOND_WANTED)}/s, p99 250 ms`,
			ratio: `${figure(cast.perSecond / PER_SECOND_WANTED)}×`,
			target: '>= 1×',
		},
		{
			work: `recount of ${figure(cast.acknowledged.size)} acknowledged votes`,
			result: `${lost} lost, ${doubled} double, tallies off by ${tallyOff}`,
			against: 'the rows on disk',
			ratio: '',
			target: '0, 0, 0',
		},
	]
}
