import { slugAt } from '@/e2e/support/generate-data'
import type { BenchConfig } from './config'
import { figure, type Result } from './format'
import { castVotes, countVotes, recount } from './votes'

const CONNECTIONS = 64
/** Story of this measurement only. */
const ARTICLE = 2
const PER_SECOND_MIN = 1_000
const P99_MAX_MS = 250

/** Rate of votes that are acknowledged after fsync, and a recount of them. */
export async function votesDurable({ server, seconds }: BenchConfig): Promise<Result[]> {
	const url = `${server.url}/news/${slugAt(ARTICLE)}/moods`
	await castVotes({ url, connections: CONNECTIONS, seconds: 1 })
	const before = await countVotes(ARTICLE)
	const cast = await castVotes({ url, connections: CONNECTIONS, seconds })
	const { lost, doubled, tallyOff } = await recount(ARTICLE, cast, before)
	return [
		{
			measurement: `durable votes, ${CONNECTIONS} connections`,
			result: `${figure(cast.perSecond)}/s, p99 ${figure(cast.p99Ms)} ms`,
			baseline: '',
			ratio: '',
			target: `>= ${figure(PER_SECOND_MIN)}/s, p99 <= ${P99_MAX_MS} ms`,
			met: cast.perSecond >= PER_SECOND_MIN && cast.p99Ms <= P99_MAX_MS,
		},
		{
			measurement: `recount of ${figure(cast.acknowledged.size)} acknowledged votes`,
			result: `${lost} lost, ${doubled} double, tallies off by ${tallyOff}`,
			baseline: '',
			ratio: '',
			target: '0, 0, 0',
			met: lost === 0 && doubled === 0 && tallyOff === 0,
		},
	]
}
