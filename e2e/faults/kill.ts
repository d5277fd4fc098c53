import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { Acknowledged } from './acknowledged'
import { missingFrom } from './compare'
import { makeSite, startSite } from './site'
import { control, finding, type Trial } from './trial'
import { within } from './wait'
import { Writers } from './writers'

/** Lifetime after the first acknowledged write of each server. */
const LIFE_MS_MAX = 1_500
/** Every fourth server runs until it has acknowledged a photograph. */
const PHOTO_EVERY = 4
/** A small photograph takes seconds on a busy machine. */
const WAIT_MS_MAX = 60_000

/** Kills the server (SIGKILL) under all kinds of writes, and restarts it. */
export const kill: Trial = {
	title: 'kill -9 while readers, an editor and a photographer write',
	count: 80,
	run: async ({ count, port, folder }) => {
		const dataDir = join(folder, 'data')
		await makeSite(dataDir)
		await (await startSite(dataDir, port)).close()
		const secret = readFileSync(join(dataDir, 'secret'), 'utf8')
		const acknowledged = new Acknowledged()
		const writers = new Writers(`http://127.0.0.1:${port}`, acknowledged).start()
		let idle = 0
		for (let round = 0; round < count; round += 1) {
			const { child } = await startSite(dataDir, port)
			const { count: before, photos } = acknowledged
			const photosBefore = photos.length
			const confirms =
				round % PHOTO_EVERY === 0 ? () => photos.length > photosBefore : () => acknowledged.count > before
			if (!(await within(WAIT_MS_MAX, confirms))) idle += 1
			await sleep(Math.random() * LIFE_MS_MAX)
			const gone = new Promise((resolve) => child.once('exit', resolve))
			child.kill('SIGKILL')
			await gone
		}
		const site = await startSite(dataDir, port)
		await writers.stop()
		await site.close()
		const lost = missingFrom(dataDir, acknowledged)
		for (const line of lost.slice(0, 10)) console.log(`  lost: ${line}`)
		return [
			finding(`lost of ${acknowledged.count} acknowledged writes in ${count} kills`, lost.length, 0),
			control(
				`photographs acknowledged (${idle} servers acknowledged no write in time)`,
				acknowledged.photos.length,
			),
			finding('secret changed', readFileSync(join(dataDir, 'secret'), 'utf8') === secret ? 0 : 1, 0),
			control('a deleted vote is reported', plantLoss(dataDir, acknowledged)),
		]
	},
}

/** Deletes one acknowledged vote, and counts the losses that the comparison reports. */
export function plantLoss(dataDir: string, acknowledged: Acknowledged): number {
	const database = new Database(join(dataDir, 'square.db'))
	const [reader = ''] = acknowledged.moods.keys()
	database.prepare('delete from moods where reader_id = ?').run(reader)
	database.close()
	return missingFrom(dataDir, acknowledged).length
}
