import { spawn } from 'node:child_process'
import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { castVotes } from '@/scripts/bench/votes'
import { slugAt } from '../support/generate-data'
import { Acknowledged } from './acknowledged'
import { missingFrom } from './compare'
import { plantLoss } from './kill'
import { makeSite, startSite } from './site'
import { control, type Finding, finding, type Trial } from './trial'

/** Some 200 MB of stories, revisions and their indexes. */
const STORIES = 16_500
const VOTES_PER_SECOND = 500
const CONNECTIONS = 32
/** Votes before each backup begins; the backup must hold all of them. */
const LEAD_SECONDS = 2
/** Limit of a backup's duration, during which votes go on. */
const SECONDS_MAX = 900

/** Command-line backups under votes; each backup is restored and compared. */
export const backup: Trial = {
	title: `backups under ${VOTES_PER_SECOND} votes a second on a 200 MB database`,
	count: 20,
	run: async ({ count, port, folder }) => {
		const dataDir = join(folder, 'data')
		await makeSite(dataDir, count > 2 ? STORIES : undefined)
		const site = await startSite(dataDir, port)
		const acknowledged = new Acknowledged()
		const earlier = new Map<string, string>()
		const tookMs: number[] = []
		const outcome = { lost: 0, failed: 0, votes: 0, rates: [] as number[] }
		for (let round = 0; round < count; round += 1) {
			const took = await backUpUnderVotes({ url: site.url, dataDir, folder, acknowledged, earlier }, outcome)
			tookMs.push(took)
		}
		await site.close()
		const megabytes = Math.round(statSync(join(dataDir, 'square.db')).size / 1024 / 1024)
		const slowest = Math.round(Math.max(...tookMs) / 100) / 10
		return [
			finding(
				`backups failed of ${count}, slowest ${slowest} s, database ${megabytes} MB, ` +
					`${Math.min(...outcome.rates)} to ${Math.max(...outcome.rates)} votes/s meanwhile`,
				outcome.failed,
				0,
			),
			finding(`votes lost of ${outcome.votes} acknowledged before a backup began`, outcome.lost, 0),
			control(
				'a vote deleted from a restored site is reported',
				plantLoss(join(folder, 'restored'), acknowledged),
			),
		] satisfies Finding[]
	},
}

type Round = {
	url: string
	dataDir: string
	folder: string
	acknowledged: Acknowledged
	/** Votes that arrived during the previous backup. */
	earlier: Map<string, string>
}

async function backUpUnderVotes(
	{ url, dataDir, folder, acknowledged, earlier }: Round,
	outcome: { lost: number; failed: number; votes: number; rates: number[] },
): Promise<number> {
	const [file, restored] = [join(folder, 'backup.tar'), join(folder, 'restored')]
	for (const path of [file, restored]) rmSync(path, { recursive: true, force: true })
	const stop = new AbortController()
	const article = `${url}/news/${slugAt(1)}/moods`
	const load = { url: article, connections: CONNECTIONS, perSecond: VOTES_PER_SECOND }
	const lead = await castVotes({ ...load, seconds: LEAD_SECONDS })
	const voting = castVotes({ ...load, seconds: SECONDS_MAX, signal: stop.signal })
	for (const [reader, mood] of [...earlier, ...lead.acknowledged]) acknowledged.moods.set(reader, mood)
	earlier.clear()
	outcome.votes = acknowledged.moods.size
	const began = performance.now()
	const written = await square(['backup', file], dataDir)
	const took = performance.now() - began
	stop.abort()
	const unpacked = written && (await square(['restore', file], restored))
	if (unpacked) outcome.lost += missingFrom(restored, acknowledged).length
	else outcome.failed += 1
	const meanwhile = await voting
	for (const [reader, mood] of meanwhile.acknowledged) earlier.set(reader, mood)
	outcome.rates.push(Math.round(meanwhile.perSecond))
	console.log(`  backup in ${Math.round(took)} ms, ${outcome.rates.at(-1)} votes/s, lost ${outcome.lost}`)
	return took
}

/** Runs the command line on a data folder; resolves to false unless it exits with 0. */
export function square(args: string[], dataDir: string): Promise<boolean> {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, ['scripts/square.mjs', ...args], {
			stdio: ['ignore', 'ignore', 'inherit'],
			env: { ...process.env, DATA_DIR: dataDir },
		})
		child.once('exit', (code) => resolve(code === 0))
	})
}
