import { join } from 'node:path'
import { slugAt } from '@/e2e/support/generate-data'
import { sendRequest } from '@/e2e/support/http-client'
import type { BenchConfig } from './config'
import { figure, quantile, type Result, ratio } from './format'
import { startNginx } from './nginx'
import { castVotes } from './votes'
import { ACCEPT_ENCODING, load } from './wrk'

const VOTES_PER_SECOND = 1_000
const VOTE_CONNECTIONS = 64
const NGINX = 'nginx, same bytes from a file'
/** Throughput targets: relative to nginx, and under votes relative to without. */
const NGINX_RATIO_MIN = 0.9
const VOTING_RATIO_MIN = 0.7

/** Throughput of the cached article page, alone and under votes, in rounds that alternate with the baselines. */
export async function articleCached(config: BenchConfig): Promise<Result[]> {
	const { server, rounds, seconds, baselines, port, dataDir } = config
	const page = `${server.url}/news/${slugAt(1)}`
	await load(page, 1)
	const { headers, bytes } = await sendRequest(page, { headers: { 'Accept-Encoding': ACCEPT_ENCODING } })
	const file = { path: new URL(page).pathname, headers, body: bytes }
	const nginx = await startNginx([file], { port: port + 1, folder: join(dataDir, 'nginx') })
	try {
		const compared = [{ name: NGINX, url: nginx.url + file.path }, ...baselines]
		const quiet: number[] = []
		const voted: Voted[] = []
		const others = new Map(compared.map(({ name }) => [name, [] as number[]]))
		for (let round = 0; round < rounds; round += 1) {
			quiet.push(await measured(page, seconds))
			for (const { name, url } of compared) others.get(name)?.push(await measured(url, seconds))
			voted.push(await whileVoting(page, seconds))
		}
		const withoutVotes = quantile(quiet)
		const underVotes = quantile(voted.map(({ reads }) => reads))
		const votes = quantile(voted.map((each) => each.votes))
		return [
			...compared.map(({ name }) => comparedWith(name, withoutVotes, quantile(others.get(name) ?? []))),
			{
				measurement: `article page, cached, under ${figure(VOTES_PER_SECOND)} votes/s`,
				result: `${figure(underVotes)}/s, and ${figure(votes)} votes/s acknowledged`,
				baseline: `without votes: ${figure(withoutVotes)}/s`,
				ratio: ratio(underVotes, withoutVotes),
				target: `>= ${VOTING_RATIO_MIN}×`,
				met: underVotes / withoutVotes >= VOTING_RATIO_MIN,
			},
		]
	} finally {
		await nginx.close()
	}
}

const comparedWith = (name: string, perSecond: number, baseline: number): Result => ({
	measurement: 'article page, cached',
	result: `${figure(perSecond)}/s`,
	baseline: `${name}: ${figure(baseline)}/s`,
	ratio: ratio(perSecond, baseline),
	target: name === NGINX ? `>= ${NGINX_RATIO_MIN}×` : '',
	met: name === NGINX ? perSecond / baseline >= NGINX_RATIO_MIN : null,
})

async function measured(url: string, seconds: number): Promise<number> {
	const { perSecond, errors } = await load(url, seconds)
	if (errors > 0) console.error(`  ${url}: ${errors} failed requests`)
	return perSecond
}

type Voted = { reads: number; votes: number }

/** Reads and acknowledged votes a second at the same time, since reads could starve the votes. */
async function whileVoting(page: string, seconds: number): Promise<Voted> {
	const voteLoad = { url: `${page}/moods`, connections: VOTE_CONNECTIONS, perSecond: VOTES_PER_SECOND }
	const votes = castVotes({ ...voteLoad, seconds: seconds + 1 })
	await new Promise((resolve) => setTimeout(resolve, 500))
	const reads = await measured(page, seconds)
	return { reads, votes: (await votes).perSecond }
}
