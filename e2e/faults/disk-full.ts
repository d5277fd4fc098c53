import { execFile } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { slugAt } from '../support/generate-data'
import { type HttpResponse, sendRequest } from '../support/http-client'
import { close } from '../support/server-process'
import { Acknowledged } from './acknowledged'
import { missingFrom } from './compare'
import { LoopDevice } from './loop-device'
import { Readers } from './readers'
import { makeSite, startSite } from './site'
import { control, finding, type Trial } from './trial'
import { within } from './wait'
import { Writers } from './writers'

const DEVICE_MB = 120
const FULL_MS = 2_500
/** Time after space is there again in which writes must succeed. */
const RECOVERY_MS = 5_000

const run = promisify(execFile)

/** The disk has a few bytes left, another number in each round, while everything is written. */
export const diskFull: Trial = {
	title: 'a full disk: articles stay readable, writes are refused in words, and nothing confirmed is lost',
	count: 20,
	needs: { root: true, commands: ['mkfs.ext4', 'mount'] },
	run: async ({ count, port, folder }) => {
		const device = new LoopDevice(folder, 'full', DEVICE_MB)
		const dataDir = join(device.mountPoint, 'data')
		const acknowledged = new Acknowledged()
		const answers: HttpResponse[] = []
		const unready: number[] = []
		try {
			await makeSite(dataDir)
			const site = await startSite(dataDir, port, { program: 'scripts/start.mjs' })
			const articles = [1, 2, 3].map((number) => `${site.url}/news/${slugAt(number)}`)
			for (const article of articles) await sendRequest(article)
			const readers = new Readers(articles).start()
			const writers = new Writers(site.url, acknowledged, (answer) => answers.push(answer)).start()
			let late = 0
			for (let round = 0; round < count; round += 1) {
				const filler = join(device.mountPoint, 'filler')
				mkdirSync(filler)
				await fill(filler, device.mountPoint, round * 37_001)
				await sleep(FULL_MS)
				unready.push((await sendRequest(`${site.url}/healthz/ready`).catch(() => ({ status: 0 }))).status)
				rmSync(filler, { recursive: true })
				const before = acknowledged.count
				late += (await within(RECOVERY_MS, () => acknowledged.count > before)) ? 0 : 1
			}
			await writers.stop()
			await readers.stop()
			await close(site.child)
			const lost = missingFrom(dataDir, acknowledged)
			for (const line of lost.slice(0, 10)) console.log(`  lost: ${line}`)
			for (const odd of answers.filter(({ status }) => status !== 503 && status !== 507).slice(0, 5))
				console.log(
					`  odd: ${odd.status} ${odd.text
						.replace(/<[^>]+>/g, ' ')
						.replace(/\s+/g, ' ')
						.slice(0, 200)}`,
				)
			const refused = answers.filter(({ status }) => status === 503 || status === 507)
			return [
				finding(`lost of ${acknowledged.count} acknowledged writes`, lost.length, 0),
				finding(
					`readings of ${readers.asked} that failed, slowest ${readers.slowestMs} ms`,
					readers.failed,
					0,
				),
				finding('refusals that are no 503 or 507', answers.length - refused.length, 0),
				finding(
					'refusals without Retry-After',
					refused.filter(({ headers }) => !headers['retry-after']).length,
					0,
				),
				finding(`rounds of ${count} without a write ${RECOVERY_MS / 1000} s after space was freed`, late, 0),
				control('the disk was full: refused writes', refused.length),
				control('readiness said so', unready.filter((status) => status === 503).length),
			]
		} finally {
			await device.unmount()
		}
	},
}

/** Takes all space but about `left` bytes. */
async function fill(path: string, mountPoint: string, left: number): Promise<void> {
	for (let part = 0; ; part += 1) {
		const { bavail, bsize } = statfsSync(mountPoint)
		const bytes = Math.max(0, bavail * bsize - left)
		if (bytes < bsize) return
		// Metadata takes some of it too, so a second, smaller file may be needed.
		await run('fallocate', [
			'-l',
			String(Math.ceil(bytes * (part === 0 ? 0.98 : 0.5))),
			`${path}/${part}`,
		]).catch(() => {})
		if (part > 20) return
	}
}
