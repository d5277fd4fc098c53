import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { migrate } from '@/db/migrate'
import { closeDatabase } from '@/db/sqlite/connection'
import { generateStories, seedSite } from '@/e2e/support/generate-data'
import { type ServerProcess, startServer } from '@/e2e/support/server-process'
import { createSecret } from '@/lib/secret'

export type Baseline = { name: string; url: string }

export type BenchConfig = {
	/** A run of a few minutes: smaller houses, shorter rounds, and Lighthouse only where it is asked for. */
	quick: boolean
	lighthouse: boolean
	baselines: Baseline[]
	/** How long each round of load lasts, and how many rounds there are of each. */
	seconds: number
	rounds: number
	/** Sizes of the house, in stories, in which growth is measured. */
	sizes: number[]
	port: number
	dataDir: string
	/** A generated house on `port`; the one before it is closed. */
	server: ServerProcess
}

const PORT = Number(process.env.BENCH_PORT ?? 3880)
/** Enough that no page is asked for twice where each is to be made anew. */
const STORIES = 1_000

export function readConfig(args: string[]): Omit<BenchConfig, 'server'> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { quick: { type: 'boolean', default: false }, lighthouse: { type: 'boolean', default: false } },
	})
	const { quick, lighthouse } = values
	return {
		quick,
		lighthouse: lighthouse || !quick,
		baselines: positionals.map(parseBaseline),
		seconds: quick ? 3 : 8,
		rounds: quick ? 3 : 5,
		sizes: quick ? [100, 10_000] : [100, 10_000, 100_000],
		port: PORT,
		dataDir: join(tmpdir(), `bench-house-${PORT}`),
	}
}

function parseBaseline(text: string): Baseline {
	const [name = '', ...rest] = text.split('=')
	const url = rest.join('=')
	if (!name || !/^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/.test(url))
		throw new Error(
			`“${text}” is no rival; write name=http://127.0.0.1:PORT/path. Only this machine is asked.`,
		)
	return { name, url }
}

/** An empty folder with a generated house of `stories` in it. */
export async function seedData(dataDir: string, stories = STORIES): Promise<void> {
	rmSync(dataDir, { recursive: true, force: true })
	mkdirSync(dataDir, { recursive: true })
	process.env.DATA_DIR = dataDir
	migrate()
	createSecret(join(dataDir, 'secret'))
	generateStories(stories, await seedSite())
	closeDatabase()
}

/** As readers meet it, but for the limits on how often one address may act. */
export const startBenchServer = ({
	port,
	dataDir,
}: Pick<BenchConfig, 'port' | 'dataDir'>): Promise<ServerProcess> =>
	startServer({ port, dataDir, settings: { SQUARE_LIMITS: '0' } })
