import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { slugAt } from '@/e2e/support/generate-data'
import { sendRequest } from '@/e2e/support/http-client'
import { close } from '@/e2e/support/server-process'
import type { BenchConfig } from './config'
import { figure, quantile, type Result, ratio } from './format'
import { ACCEPT_ENCODING } from './wrk'

/** Pages asked for once each, so that every one is made anew; some before that, to warm the process. */
const PAGES = 200
const WARM_UP = 50
/** Stories that no other measurement reads. */
const FIRST = 300
const PATIENCE_MS = 30_000

/** Middle and slow time in ms to make one article page nobody has asked for yet. */
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

/** Against the framework's own server, with the same build and the same data. */
export async function articleUncached({ server, port, dataDir }: BenchConfig): Promise<Result[]> {
	const ours = await renderTimes(server.url)
	const next = await startNext(port + 2, dataDir)
	const theirs = await renderTimes(next.url).finally(next.close)
	return [
		{
			work: 'article page nobody has asked for yet, p50',
			result: `${figure(quantile(ours))} ms (p95 ${figure(quantile(ours, 0.95))} ms)`,
			against: `next start: ${figure(quantile(theirs))} ms`,
			ratio: ratio(quantile(ours), quantile(theirs)),
			target: '<= 15 ms',
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
	for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
		const answer = await sendRequest(url).catch(() => null)
		if (answer?.status === 200) return { url, close: () => close(child) }
		await new Promise((resolve) => setTimeout(resolve, 100))
	}
	await close(child)
	throw new Error('next start did not answer.')
}
