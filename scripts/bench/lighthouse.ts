import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sendRequest } from '@/e2e/support/http-client'
import { startServer } from '@/e2e/support/server-process'
import { requireBrowser } from '../browser.mjs'
import type { BenchConfig } from './config'
import type { Result } from './format'

const FOLDER = 'scripts/bench/lighthouse'
const CLI = join(FOLDER, 'node_modules/lighthouse/cli/index.js')
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const WANTED = 100
/** A page is judged this often and the middle score counts: other work on the machine lowers the first of them. */
const ROUNDS = 3

type Report = {
	categories: Record<string, { score: number | null }>
	audits: Record<string, { numericValue?: number }>
}

/** Lighthouse's phone on the front page of the demo edition and on the article that leads it. */
export async function lighthouse({
	port,
	dataDir,
}: Pick<BenchConfig, 'port' | 'dataDir'>): Promise<Result[]> {
	installIfMissing()
	const chrome = requireBrowser()
	const folder = join(dataDir, 'demo')
	rmSync(folder, { recursive: true, force: true })
	mkdirSync(folder, { recursive: true })
	const server = await startServer({ port: port + 4, dataDir: folder, settings: { SQUARE_DEMO: '1' } })
	try {
		const { text } = await sendRequest(server.url)
		const lead = /href="(\/news\/[^"?#]+)"/.exec(text.slice(text.indexOf('<main')))?.[1]
		if (!lead) throw new Error('The front page leads to no article.')
		return [
			await judged('front page', server.url, chrome),
			await judged('article', server.url + lead, chrome),
		]
	} finally {
		await server.close()
	}
}

function installIfMissing(): void {
	if (existsSync(CLI)) return
	console.log('· Installing Lighthouse beside the house (185 MB, once) …')
	// Not `npm ci`: it refuses a lock that was made where some optional packages could not be had.
	const { status } = spawnSync(
		'npm',
		['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
		{
			cwd: FOLDER,
			stdio: 'inherit',
		},
	)
	if (status !== 0) throw new Error('Lighthouse could not be installed.')
}

async function judged(name: string, url: string, chrome: string): Promise<Result> {
	const reports: Report[] = []
	for (let round = 0; round < ROUNDS; round += 1) reports.push(await report(url, chrome))
	const middle = (of: (report: Report) => number) =>
		reports.map(of).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN
	const scores = CATEGORIES.map((key) => middle(({ categories }) => (categories[key]?.score ?? 0) * WANTED))
	const audit = (key: string) => middle(({ audits }) => audits[key]?.numericValue ?? Number.NaN)
	const shift = audit('cumulative-layout-shift').toFixed(3)
	const paint = `${(audit('largest-contentful-paint') / 1_000).toFixed(1)} s`
	return {
		work: `Lighthouse mobile, ${name}: ${CATEGORIES.join(' / ')}`,
		result: `${scores.map(Math.round).join(' / ')}; LCP ${paint}, CLS ${shift}`,
		against: '',
		ratio: '',
		target: CATEGORIES.map(() => WANTED).join(' / '),
	}
}

function report(url: string, chrome: string): Promise<Report> {
	const flags = '--chrome-flags=--headless=new --no-sandbox --disable-quic'
	const args = [CLI, url, '--output=json', '--output-path=stdout', '--quiet', '--form-factor=mobile', flags]
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [...args, `--only-categories=${CATEGORIES.join(',')}`], {
			stdio: ['ignore', 'pipe', 'inherit'],
			env: { ...process.env, CHROME_PATH: chrome },
		})
		let output = ''
		child.stdout.on('data', (chunk) => (output += chunk))
		child.on('error', reject)
		child.on('exit', (code) =>
			code === 0 ? resolve(JSON.parse(output)) : reject(new Error(`Lighthouse ended with ${code}.`)),
		)
	})
}
