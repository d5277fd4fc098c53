import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { closeDatabase } from '@/db/connection'
import { migrate } from '@/db/migrate'
import { createSecret } from '@/lib/secret'
import { foundHouse, growTo } from '@/scripts/running/generate'
import { openHouse, type RunningHouse } from '@/scripts/running/house'

export type Rival = { name: string; url: string }

export type Setting = {
	/** A run of a few minutes: smaller houses, shorter rounds, and Lighthouse only where it is asked for. */
	quick: boolean
	lighthouse: boolean
	rivals: Rival[]
	/** How long each round of load lasts, and how many rounds there are of each. */
	seconds: number
	rounds: number
	/** Sizes of the house, in stories, in which growth is measured. */
	sizes: number[]
	port: number
	dataDir: string
	/** A generated house on `port`; the one before it is closed. */
	house: RunningHouse
}

const PORT = Number(process.env.BENCH_PORT ?? 3880)
/** Enough that no page is asked for twice where each is to be made anew. */
const STORIES = 1_000

export function readSetting(args: string[]): Omit<Setting, 'house'> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { quick: { type: 'boolean', default: false }, lighthouse: { type: 'boolean', default: false } },
	})
	const { quick, lighthouse } = values
	return {
		quick,
		lighthouse: lighthouse || !quick,
		rivals: positionals.map(rivalOf),
		seconds: quick ? 3 : 8,
		rounds: quick ? 3 : 5,
		sizes: quick ? [100, 10_000] : [100, 10_000, 100_000],
		port: PORT,
		dataDir: join(tmpdir(), `bench-house-${PORT}`),
	}
}

function rivalOf(text: string): Rival {
	const [name = '', ...rest] = text.split('=')
	const url = rest.join('=')
	if (!name || !/^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/.test(url))
		throw new Error(
			`“${text}” is no rival; write name=http://127.0.0.1:PORT/path. Only this machine is asked.`,
		)
	return { name, url }
}

/** An empty folder with a generated house of `stories` in it. */
export async function makeHouse(dataDir: string, stories = STORIES): Promise<void> {
	rmSync(dataDir, { recursive: true, force: true })
	mkdirSync(dataDir, { recursive: true })
	process.env.DATA_DIR = dataDir
	migrate()
	createSecret(join(dataDir, 'secret'))
	growTo(stories, await foundHouse())
	closeDatabase()
}

/** As readers meet it, but for the limits on how often one address may act. */
export const openBenchHouse = ({ port, dataDir }: Pick<Setting, 'port' | 'dataDir'>): Promise<RunningHouse> =>
	openHouse({ port, dataDir, settings: { SQUARE_LIMITS: '0' } })
