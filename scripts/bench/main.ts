import { rmSync } from 'node:fs'
import { READER_COOKIE } from '@/lib/cookies'
import { sign } from '@/lib/signed'
import { articleCached } from './article-cached'
import { crowd } from './crowd'
import { figure, type Line } from './figures'
import { growth } from './growth'
import { lighthouse } from './lighthouse'
import { publishToVisible } from './publish'
import { articleUncached } from './render'
import { printed, writeReport } from './report'
import { makeHouse, openBenchHouse, readSetting, type Setting } from './setting'
import { slowClients } from './slow-clients'
import { slowLine } from './slow-line'
import { longThread, startThread } from './thread'
import { votesDurable } from './votes-durable'
import { demandWrk } from './wrk'

const MEMORY_WANTED_MB = 250

const args = process.argv.slice(2)
const plan = readSetting(args)
// Signs the cookies of made-up readers, so the house under measurement must know it too.
process.env.SQUARE_SECRET = 'a secret for measurements, and for nothing else'

async function measureAll(setting: Setting): Promise<Line[]> {
	const steps: [name: string, run: () => Promise<Line[]>][] = [
		['start', async () => [coldStart(setting)]],
		['article page, kept', () => articleCached(setting)],
		['durable votes', () => votesDurable(setting)],
		['article page, made', () => articleUncached(setting)],
		['publishing', () => publishToVisible(setting)],
		['a long thread', () => longThread(setting, readerCookie)],
		['a crowd', () => crowd(setting)],
		['slow clients', () => slowClients(setting)],
		['a slow line', () => slowLine(setting)],
		['memory', async () => [memory(setting)]],
		['growth', () => growth(setting)],
		['Lighthouse', async () => (setting.lighthouse ? lighthouse(setting) : [])],
	]
	const lines: Line[] = []
	for (const [name, run] of steps) {
		console.log(`· ${name} …`)
		lines.push(...(await run()))
	}
	return lines
}

const readerCookie = (): string => `${READER_COOKIE}=${sign('reader', crypto.randomUUID())}`

const coldStart = ({ house: { startedInMs } }: Setting): Line => ({
	work: 'start of a built site to its first page',
	result: `${figure(startedInMs)} ms`,
	against: '',
	ratio: '',
	target: '<= 2,000 ms',
})

const memory = ({ house }: Setting): Line => ({
	work: 'resident memory after all of the above',
	result: `${figure(house.memoryMb())} MB`,
	against: `wanted: ${MEMORY_WANTED_MB} MB`,
	ratio: `${figure(house.memoryMb() / MEMORY_WANTED_MB)}×`,
	target: '<= 1×',
})

demandWrk()
await makeHouse(plan.dataDir)
startThread()
await (await openBenchHouse(plan)).close()
const house = await openBenchHouse(plan)
try {
	const lines = await measureAll({ ...plan, house })
	console.log(printed(lines))
	writeReport(lines, args)
} finally {
	await house.close()
	rmSync(plan.dataDir, { recursive: true, force: true })
}
