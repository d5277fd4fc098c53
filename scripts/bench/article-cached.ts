import { join } from 'node:path'
import { slugAt } from '@/e2e/support/generate-data'
import type { BenchConfig } from './config'
import { figure, quantile, type Result, ratio } from './format'
import { startNginxBaseline } from './nginx-baseline'
import { castVotes } from './votes'
import { load } from './wrk'

const VOTES_PER_SECOND = 1_000
const VOTE_CONNECTIONS = 64
const NGINX = 'nginx, the same bytes from disk'

/** The article page as most readers get it, against whoever else answers with it; in turn, round by round. */
export async function articleCached(config: BenchConfig): Promise<Result[]> {
	const { server, rounds, seconds, baselines, port, dataDir } = config
	const page = `${server.url}/news/${slugAt(1)}`
	await load(page, 1)
	const nginx = await startNginxBaseline(page, { port: port + 1, folder: join(dataDir, 'nginx') })
	try {
		const field = [{ name: NGINX, url: nginx.url }, ...baselines]
		const quiet: number[] = []
		const voted: Voted[] = []
		const others = new Map(field.map(({ name }) => [name, [] as number[]]))
		for (let round = 0; round < rounds; round += 1) {
			quiet.push(await measured(page, seconds))
			for (const { name, url } of field) others.get(name)?.push(await measured(url, seconds))
			voted.push(await whileVoting(page, seconds))
		}
		const ours = quantile(quiet)
		const under = quantile(voted.map(({ reads }) => reads))
		const votes = quantile(voted.map((each) => each.votes))
		return [
			...field.map(({ name }) => resultAgainst(name, ours, quantile(others.get(name) ?? []))),
			{
				work: `the same while ${figure(VOTES_PER_SECOND)} votes/s are sent to it`,
				result: `${figure(under)}/s, and ${figure(votes)} votes/s acknowledged`,
				against: `itself, quiet: ${figure(ours)}/s`,
				ratio: ratio(under, ours),
				target: '>= 0.7×',
			},
		]
	} finally {
		await nginx.close()
	}
}

const resultAgainst = (name: string, ours: number, theirs: number): Result => ({
	work: 'article page, kept',
	result: `${figure(ours)}/s`,
	against: `${name}: ${figure(theirs)}/s`,
	ratio: ratio(ours, theirs),
	target: name === NGINX ? '>= 0.9×' : '',
})

async function measured(url: string, seconds: number): Promise<number> {
	const { perSecond, errors } = await load(url, seconds)
	if (errors > 0) console.error(`  ${url}: ${errors} failed requests`)
	return perSecond
}

type Voted = { reads: number; votes: number }

/** The votes that were acknowledged belong to the figure: reads that starve them are no success. */
async function whileVoting(page: string, seconds: number): Promise<Voted> {
	const order = { url: `${page}/moods`, connections: VOTE_CONNECTIONS, perSecond: VOTES_PER_SECOND }
	const votes = castVotes({ ...order, seconds: seconds + 1 })
	await new Promise((resolve) => setTimeout(resolve, 500))
	const reads = await measured(page, seconds)
	return { reads, votes: (await votes).perSecond }
}
