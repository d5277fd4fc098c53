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
const SCORE_MAX = 100
/** Runs for each page, of which the median counts, because other work on the machine lowers single scores. */
const ROUNDS = 3

type Report = {
	categories: Record<string, { score: number | null }>
	audits: Record<string, { numericValue?: number }>
}

/** Lighthouse's mobile audit of the demo edition's front page and lead article. */
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
		if (!lead) throw new Error('The front page links to no article.')
		return [
			await audited('front page', server.url, chrome),
			await audited('article', server.url + lead, chrome),
		]
	} finally {
		await server.close()
	}
}

function installIfMissing(): void {
	if (existsSync(CLI)) return
	console.log(`· Installing Lighthouse in ${FOLDER} (185 MB, once) …`)
	// Not `npm ci`: it rejects a lock file without the optional packages of other platforms.
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

async function audited(name: string, url: string, chrome: string): Promise<Result> {
	const reports: Report[] = []
	for (let round = 0; round < ROUNDS; round += 1) reports.push(await runLighthouse(url, chrome))
	const median = (of: (report: Report) => number) =>
		reports.map(of).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN
	const scores = CATEGORIES.map((key) =>
		median(({ categories }) => (categories[key]?.score ?? 0) * SCORE_MAX),
	)
	const audit = (key: string) => median(({ audits }) => audits[key]?.numericValue ?? Number.NaN)
	const shift = audit('cumulative-layout-shift').toFixed(3)
	const paint = `${(audit('largest-contentful-paint') / 1_000).toFixed(1)} s`
	return {
		measurement: `Lighthouse mobile, ${name}: ${CATEGORIES.join(' / ')}`,
		result: `${scores.map(Math.round).join(' / ')}; LCP ${paint}, CLS ${shift}`,
		baseline: '',
		ratio: '',
		target: CATEGORIES.map(() => SCORE_MAX).join(' / '),
		met: scores.every((score) => Math.round(score) === SCORE_MAX),
	}
}

function runLighthouse(url: string, chrome: string): Promise<Report> {
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
			code === 0 ? resolve(JSON.parse(output)) : reject(new Error(`Lighthouse exited with code ${code}.`)),
		)
	})
}
