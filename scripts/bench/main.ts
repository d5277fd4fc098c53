import { rmSync } from 'node:fs'
import { READER_COOKIE } from '@/lib/cookies'
import { sign } from '@/lib/signing'
import { articleCached } from './article-cached'
import { browserReading } from './browser-reading'
import { concurrentReaders } from './concurrent-readers'
import { type BenchConfig, readConfig, seedData, startBenchServer } from './config'
import { databaseSize } from './database-size'
import { figure, type Result } from './format'
import { lighthouse } from './lighthouse'
import { postgresBesideSqlite } from './postgres'
import { privateArticle, seedSession } from './private-article'
import { publishToVisible } from './publish'
import { articleUncached } from './render'
import { formatTable, writeReport } from './report'
import { search } from './search'
import { slowClients } from './slow-clients'
import { slowNetwork } from './slow-network'
import { longThread, seedThread } from './thread'
import { votesDurable } from './votes-durable'
import { requireWrk } from './wrk'

const START_MAX_MS = 2_000
const MEMORY_MAX_MB = 250

const args = process.argv.slice(2)
const plan = readConfig(args)
// Signs the cookies of generated readers; the server inherits it.
process.env.SQUARE_SECRET = 'a secret for benchmarks only'

async function measureAll(config: BenchConfig): Promise<Result[]> {
	const steps: [name: string, run: () => Promise<Result[]>][] = [
		['start', async () => [coldStart(config)]],
		['article page, cached', () => articleCached(config)],
		['browser-shaped reading', () => browserReading(config)],
		['article for one reader', () => privateArticle(config, session)],
		['durable votes', () => votesDurable(config)],
		['article page, uncached', () => articleUncached(config)],
		['publish', () => publishToVisible(config)],
		['long thread', () => longThread(config, readerCookie)],
		['concurrent readers', () => concurrentReaders(config)],
		['slow clients', () => slowClients(config)],
		['slow network', () => slowNetwork(config)],
		['memory', async () => [memory(config)]],
		['database size', () => databaseSize(config)],
		['search', () => search(config)],
		['PostgreSQL', () => postgresBesideSqlite(config)],
		['Lighthouse', async () => (config.lighthouse ? lighthouse(config) : [])],
	]
	const results: Result[] = []
	for (const [name, run] of steps.filter(([name]) => name.includes(plan.only))) {
		console.log(`· ${name} …`)
		results.push(...(await run()))
	}
	return results
}

const readerCookie = (): string => `${READER_COOKIE}=${sign('reader', crypto.randomUUID())}`

const coldStart = ({ server: { startedInMs } }: BenchConfig): Result => ({
	measurement: 'start of a built site to its first page',
	result: `${figure(startedInMs)} ms`,
	baseline: '',
	ratio: '',
	target: `<= ${figure(START_MAX_MS)} ms`,
	met: startedInMs <= START_MAX_MS,
})

function memory({ server }: BenchConfig): Result {
	const megabytes = server.memoryMb()
	return {
		measurement: 'resident memory after all of the above',
		result: `${figure(megabytes)} MB`,
		baseline: '',
		ratio: '',
		target: `<= ${MEMORY_MAX_MB} MB`,
		met: megabytes <= MEMORY_MAX_MB,
	}
}

requireWrk()
await seedData(plan.dataDir)
await seedThread()
const session = await seedSession()
await (await startBenchServer(plan)).close()
const server = await startBenchServer(plan)
try {
	const results = await measureAll({ ...plan, server })
	console.log(formatTable(results))
	if (!plan.only) writeReport(results, args)
} finally {
	await server.close()
	rmSync(plan.dataDir, { recursive: true, force: true })
}
