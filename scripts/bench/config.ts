import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { closeDatabase, migrate } from '@/db'
import { repairSearch } from '@/domain/search/repair'
import { generateStories, type StoryTexts, seedSite } from '@/e2e/support/generate-data'
import { type ServerProcess, startServer } from '@/e2e/support/server-process'
import { createSecret } from '@/lib/secret'

export type Baseline = { name: string; url: string }

export type BenchConfig = {
	/** A run of a few minutes: smaller databases, shorter rounds, and Lighthouse only with `--lighthouse`. */
	quick: boolean
	lighthouse: boolean
	/** Part of the names of the measurements to run; a partial run writes no report. */
	only: string
	baselines: Baseline[]
	/** Duration of a round of load in seconds. */
	seconds: number
	/** Rounds of load on the cached page; the report gives their median. */
	rounds: number
	/** Database sizes to measure, in stories, ascending. */
	sizes: number[]
	port: number
	dataDir: string
	/** The server under measurement, on `port` with generated data. */
	server: ServerProcess
}

const PORT = Number(process.env.BENCH_PORT ?? 3880)
/** Stories indexed in one transaction. */
const STORIES_AT_ONCE = 250
/** Stories in the generated site: enough that uncached pages are requested once each. */
const STORIES = 1_000

export function readConfig(args: string[]): Omit<BenchConfig, 'server'> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			quick: { type: 'boolean', default: false },
			lighthouse: { type: 'boolean', default: false },
			only: { type: 'string', default: '' },
		},
	})
	const { quick, lighthouse, only } = values
	return {
		quick,
		lighthouse: lighthouse || !quick,
		only,
		baselines: positionals.map(parseBaseline),
		seconds: quick ? 3 : 8,
		rounds: quick ? 3 : 5,
		sizes: quick ? [100, 10_000] : [100, 10_000, 100_000],
		port: PORT,
		dataDir: join(tmpdir(), `square-bench-${PORT}`),
	}
}

function parseBaseline(text: string): Baseline {
	const [name = '', ...rest] = text.split('=')
	const url = rest.join('=')
	if (!name || !/^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/.test(url))
		throw new Error(
			`“${text}” is not a baseline. Write name=http://127.0.0.1:PORT/path, with an address of this machine.`,
		)
	return { name, url }
}

/** Replaces `dataDir` by a generated site of `stories`. */
export async function seedData(dataDir: string, stories = STORIES, texts?: StoryTexts): Promise<void> {
	rmSync(dataDir, { recursive: true, force: true })
	mkdirSync(dataDir, { recursive: true })
	process.env.DATA_DIR = dataDir
	await migrate()
	createSecret(join(dataDir, 'secret'))
	generateStories(stories, await seedSite(), texts)
	await repairSearch({ atOnce: STORIES_AT_ONCE })
	await closeDatabase()
}

/** Starts the built server on `dataDir`, without rate limits. */
export const startBenchServer = ({
	port,
	dataDir,
}: Pick<BenchConfig, 'port' | 'dataDir'>): Promise<ServerProcess> =>
	startServer({ port, dataDir, settings: { SQUARE_LIMITS: '0' } })
