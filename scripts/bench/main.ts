import { rmSync } from 'node:fs'
import { READER_COOKIE } from '@/lib/cookies'
import { sign } from '@/lib/signing'
import { articleCached } from './article-cached'
import { concurrentReaders } from './concurrent-readers'
import { type BenchConfig, readConfig, seedData, startBenchServer } from './config'
import { databaseSize } from './database-size'
import { figure, type Result } from './format'
import { lighthouse } from './lighthouse'
import { publishToVisible } from './publish'
import { articleUncached } from './render'
import { printed, writeReport } from './report'
import { slowClients } from './slow-clients'
import { slowNetwork } from './slow-network'
import { longThread, startThread } from './thread'
import { votesDurable } from './votes-durable'
import { requireWrk } from './wrk'

const MEMORY_WANTED_MB = 250

const args = process.argv.slice(2)
const plan = readConfig(args)
// Signs the cookies of made-up readers, so the house under measurement must know it too.
process.env.SQUARE_SECRET = 'a secret for measurements, and for nothing else'

async function measureAll(config: BenchConfig): Promise<Result[]> {
	const steps: [name: string, run: () => Promise<Result[]>][] = [
		['start', async () => [coldStart(config)]],
		['article page, kept', () => articleCached(config)],
		['durable votes', () => votesDurable(config)],
		['article page, made', () => articleUncached(config)],
		['publishing', () => publishToVisible(config)],
		['a long thread', () => longThread(config, readerCookie)],
		['a crowd', () => concurrentReaders(config)],
		['slow clients', () => slowClients(config)],
		['a slow line', () => slowNetwork(config)],
		['memory', async () => [memory(config)]],
		['growth', () => databaseSize(config)],
		['Lighthouse', async () => (config.lighthouse ? lighthouse(config) : [])],
	]
	const lines: Result[] = []
	for (const [name, run] of steps) {
		console.log(`· ${name} …`)
		lines.push(...(await run()))
	}
	return lines
}

const readerCookie = (): string => `${READER_COOKIE}=${sign('reader', crypto.randomUUID())}`

const coldStart = ({ server: { startedInMs } }: BenchConfig): Result => ({
	work: 'start of a built site to its first page',
	result: `${figure(startedInMs)} ms`,
	against: '',
	ratio: '',
	target: '<= 2,000 ms',
})

const memory = ({ server }: BenchConfig): Result => ({
	work: 'resident memory after all of the above',
	result: `${figure(server.memoryMb())} MB`,
	against: `wanted: ${MEMORY_WANTED_MB} MB`,
	ratio: `${figure(server.memoryMb() / MEMORY_WANTED_MB)}×`,
	target: '<= 1×',
})

requireWrk()
await seedData(plan.dataDir)
startThread()
await (await startBenchServer(plan)).close()
const server = await startBenchServer(plan)
try {
	const lines = await measureAll({ ...plan, server })
	console.log(printed(lines))
	writeReport(lines, args)
} finally {
	await server.close()
	rmSync(plan.dataDir, { recursive: true, force: true })
}
