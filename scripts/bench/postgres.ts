import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { slugAt } from '@/e2e/support/generate-data'
import { type ServerProcess, startServer } from '@/e2e/support/server-process'
import { postgresPrograms, startPostgres } from '../postgres.mjs'
import type { BenchConfig } from './config'
import { figure, quantile, type Result, ratio } from './format'
import { renderTimes } from './render'
import { type Cast, castVotes } from './votes'

const CONNECTIONS = 64
/** Alternating rounds of votes, of which the medians are compared. */
const ROUNDS = 3
/** Pages rendered on each database, after the 50 that warm up its server. */
const PAGES = 100
const STORIES = 160

type Sites = { sqlite: ServerProcess; postgres: ServerProcess }
type Site = keyof Sites
const SITES: Site[] = ['sqlite', 'postgres']

/** Two servers with the same stories, one on each database: votes by different readers on one story, and first renderings. */
export async function postgresBesideSqlite(config: BenchConfig): Promise<Result[]> {
	if (!postgresPrograms()) {
		console.log('  PostgreSQL is not installed; skipped.')
		return []
	}
	// Commits are synced, as on SQLite.
	const database = await startPostgres({ fsync: true })
	const folders = { sqlite: `${config.dataDir}-sqlite`, postgres: `${config.dataDir}-postgres` }
	const open: ServerProcess[] = []
	try {
		const start = async (site: Site, port: number) => {
			const settings = { SQUARE_LIMITS: '0', ...(site === 'postgres' && { DATABASE_URL: database.url }) }
			seed(folders[site], settings)
			open.push(await startServer({ port, dataDir: folders[site], settings }))
			return open.at(-1) as ServerProcess
		}
		const sqlite = await start('sqlite', config.port + 4)
		const postgres = await start('postgres', config.port + 5)
		return [await firstRenderings({ sqlite, postgres }), await votes({ sqlite, postgres }, config.seconds)]
	} finally {
		for (const server of open) await server.close()
		await database.stop()
		for (const folder of Object.values(folders)) rmSync(folder, { recursive: true, force: true })
	}
}

/** In a process of its own, because the tables of a process are made for one database. */
function seed(dataDir: string, settings: Record<string, string>): void {
	rmSync(dataDir, { recursive: true, force: true })
	execFileSync(process.execPath, ['--import', 'tsx', 'scripts/bench/seed-database.ts', String(STORIES)], {
		stdio: 'inherit',
		env: { ...process.env, DATA_DIR: dataDir, ...settings },
	})
}

async function firstRenderings(sites: Sites): Promise<Result> {
	const p50 = { sqlite: Number.NaN, postgres: Number.NaN }
	const p95 = { ...p50 }
	for (const site of SITES) {
		const times = await renderTimes(sites[site].url, 1, PAGES)
		p50[site] = quantile(times)
		p95[site] = quantile(times, 0.95)
	}
	return {
		measurement: 'PostgreSQL: article page, uncached, p50',
		result: `${figure(p50.postgres)} ms (p95 ${figure(p95.postgres)} ms)`,
		baseline: `SQLite: ${figure(p50.sqlite)} ms`,
		ratio: ratio(p50.postgres, p50.sqlite),
		target: '',
		met: null,
	}
}

async function votes(sites: Sites, seconds: number): Promise<Result> {
	const casts: Record<Site, Cast[]> = { sqlite: [], postgres: [] }
	const cast = (site: Site, duration: number) =>
		castVotes({
			url: `${sites[site].url}/news/${slugAt(1)}/moods`,
			connections: CONNECTIONS,
			seconds: duration,
		})
	for (const site of SITES) await cast(site, 1)
	for (let round = 0; round < ROUNDS; round += 1)
		for (const site of SITES) casts[site].push(await cast(site, seconds))
	const rate = (site: Site) => quantile(casts[site].map(({ perSecond }) => perSecond))
	const p99 = (site: Site) => quantile(casts[site].map(({ p99Ms }) => p99Ms))
	return {
		measurement: `PostgreSQL: durable votes, ${CONNECTIONS} connections`,
		result: `${figure(rate('postgres'))}/s, p99 ${figure(p99('postgres'))} ms`,
		baseline: `SQLite: ${figure(rate('sqlite'))}/s, p99 ${figure(p99('sqlite'))} ms`,
		ratio: ratio(rate('postgres'), rate('sqlite')),
		target: '',
		met: null,
	}
}
