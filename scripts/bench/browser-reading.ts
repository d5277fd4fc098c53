import { join } from 'node:path'
import { requestOnce } from '@/e2e/support/raw-connection'
import { CHOSEN_APPEARANCE, type Phase, type Recording, recordBrowser } from './browser-recording'
import type { BenchConfig } from './config'
import { figure, quantile, type Result, ratio } from './format'
import { type NginxFile, startNginx } from './nginx'
import { loadRequests } from './wrk'

const NGINX_RATIO_MIN = 0.8
const LABELS: Record<Phase, string> = {
	first: 'first views: front page and article with style sheet, script, font and photographs',
	later: 'later views, with the scripts’ cookie',
	chosen: 'later views, with the cookies of scripts and appearance',
	voter: 'later views of a reader who has voted',
}

type Side = { name: string; url: string; requests: string[]; perSecond: number[] }

/** Replays what Chromium sends on kept connections, in rounds that alternate with nginx on the same files. */
export async function browserReading(config: BenchConfig): Promise<Result[]> {
	const { server, port, dataDir } = config
	const recordings = await recordBrowser(server.url)
	const files = await filesOf(server.url, recordings)
	const nginx = await startNginx(files, { port: port + 3, folder: join(dataDir, 'nginx-reading') })
	try {
		const results: Result[] = []
		for (const recording of recordings) results.push(await compare(config, recording, nginx.url))
		return results
	} finally {
		await nginx.close()
	}
}

async function compare(
	{ server, rounds, seconds, dataDir }: BenchConfig,
	{ phase, requests, views }: Recording,
	nginxUrl: string,
): Promise<Result> {
	const sides: Side[] = []
	for (const [name, url] of [
		['ours', server.url],
		['nginx', nginxUrl],
	] as const)
		sides.push({ name, url, requests: await revalidating(url, requests, server.url), perSecond: [] })
	await demandSame(sides)
	for (let round = 0; round < rounds; round += 1)
		for (const { name, url, requests, perSecond } of sides) {
			const script = join(dataDir, `requests-${name}.lua`)
			const load = await loadRequests(url, seconds, { requests, script })
			if (load.errors > 0) console.error(`  ${name}, ${phase}: ${load.errors} failed requests`)
			perSecond.push(load.perSecond)
		}
	const [ours = Number.NaN, nginx = Number.NaN] = sides.map(({ perSecond }) => quantile(perSecond))
	const share = views / requests.length
	return {
		measurement: `browser-shaped reading, ${LABELS[phase]}`,
		result: `${figure(ours)}/s, ${figure(ours * share)} views/s`,
		baseline: `nginx, same files: ${figure(nginx)}/s, ${figure(nginx * share)} views/s`,
		ratio: ratio(ours, nginx),
		target: `>= ${NGINX_RATIO_MIN}×`,
		met: ours / nginx >= NGINX_RATIO_MIN,
	}
}

/** One file a path without its query, with a second body for the chosen appearance. */
async function filesOf(url: string, recordings: Recording[]): Promise<NginxFile[]> {
	const files = new Map<string, NginxFile>()
	for (const request of recordings.flatMap(({ requests }) => requests)) {
		const { headers, body } = await requestOnce(url, withoutEtag(request))
		const [path = ''] = pathOf(request).split('?', 1)
		const file = files.get(path)
		if (!file) files.set(path, { path, headers, body })
		else if (request.includes(CHOSEN_APPEARANCE) && !body.equals(file.body))
			file.variant = { cookie: CHOSEN_APPEARANCE, body }
	}
	return [...files.values()]
}

/** The requests for another server: its host, and in `If-None-Match` its own current ETags. */
async function revalidating(url: string, requests: string[], recordedUrl: string): Promise<string[]> {
	const own: string[] = []
	for (const recorded of requests) {
		const request = recorded.replaceAll(new URL(recordedUrl).host, new URL(url).host)
		const { headers } = await requestOnce(url, withoutEtag(request))
		own.push(request.replace(IF_NONE_MATCH, `If-None-Match: ${headers.etag}\r\n`))
	}
	return own
}

/** @throws Error if the servers answer a request with another status or body */
async function demandSame([ours, nginx]: Side[]): Promise<void> {
	if (!ours || !nginx) return
	for (const [number, request] of ours.requests.entries()) {
		const a = await requestOnce(ours.url, request)
		const b = await requestOnce(nginx.url, nginx.requests[number] ?? '')
		// nginx has one file for all queries of a path.
		if (a.status !== b.status || (!pathOf(request).includes('?') && !a.body.equals(b.body)))
			throw new Error(`nginx answers ${pathOf(request)} with ${b.status}, and this server with ${a.status}.`)
	}
}

const IF_NONE_MATCH = /If-None-Match: .*\r\n/i
const withoutEtag = (request: string): string => request.replace(IF_NONE_MATCH, '')
const pathOf = (request: string): string => request.split(' ', 2)[1] ?? ''
