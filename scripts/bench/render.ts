import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { slugAt } from '@/e2e/support/generate-data'
import { sendRequest } from '@/e2e/support/http-client'
import { close } from '@/e2e/support/server-process'
import type { BenchConfig } from './config'
import { figure, quantile, type Result, ratio } from './format'
import { ACCEPT_ENCODING } from './wrk'

/** Pages requested once each, so that each is rendered; some before them to warm up the process. */
export const PAGES = 200
const WARM_UP = 50
/** First of the stories, which no other measurement reads. */
const FIRST = 300
const START_TIMEOUT_MS = 30_000
const P50_MAX_MS = 10

/**
 * Response times in ms of `pages` uncached article pages, after a warm-up.
 *
 * @throws Error for a status other than 200
 */
export async function renderTimes(url: string, first = FIRST, pages = PAGES): Promise<number[]> {
	const took: number[] = []
	for (let number = first; number < first + pages + WARM_UP; number += 1) {
		const began = performance.now()
		const { status } = await sendRequest(`${url}/news/${slugAt(number)}`, {
			headers: { 'Accept-Encoding': ACCEPT_ENCODING },
		})
		if (status !== 200) throw new Error(`${slugAt(number)} was answered ${status}.`)
		if (number >= first + WARM_UP) took.push(performance.now() - began)
	}
	return took
}

/** Compares with `next start` on the same build and data. */
export async function articleUncached({ server, port, dataDir }: BenchConfig): Promise<Result[]> {
	const times = await renderTimes(server.url)
	const p50 = quantile(times)
	const next = await startNext(port + 2, dataDir)
	const nextTimes = await renderTimes(next.url).finally(next.close)
	return [
		{
			measurement: 'article page, uncached, p50',
			result: `${figure(p50)} ms (p95 ${figure(quantile(times, 0.95))} ms)`,
			baseline: `next start: ${figure(quantile(nextTimes))} ms`,
			ratio: ratio(p50, quantile(nextTimes)),
			target: `<= ${P50_MAX_MS} ms`,
			met: p50 <= P50_MAX_MS,
		},
	]
}

async function startNext(port: number, dataDir: string) {
	const bin = createRequire(import.meta.url).resolve('next/dist/bin/next')
	const child = spawn(process.execPath, [bin, 'start', '-p', String(port), '-H', '127.0.0.1'], {
		stdio: ['ignore', 'ignore', 'inherit'],
		env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', DATA_DIR: dataDir },
	})
	const url = `http://127.0.0.1:${port}`
	for (const end = Date.now() + START_TIMEOUT_MS; Date.now() < end; ) {
		const response = await sendRequest(url).catch(() => null)
		if (response?.status === 200) return { url, close: () => close(child) }
		await new Promise((resolve) => setTimeout(resolve, 100))
	}
	await close(child)
	throw new Error('next start did not answer.')
}
