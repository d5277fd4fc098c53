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
/** Limit from freed space to the first successful write. */
const RECOVERY_MS = 5_000

const run = promisify(execFile)

/** Fills the file system but for a few bytes, a different number each round, under all kinds of writes. */
export const diskFull: Trial = {
	title: 'full disk: articles stay readable, writes get 503 or 507, acknowledged writes are kept',
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
				finding(`page reads failed of ${readers.asked}, slowest ${readers.slowestMs} ms`, readers.failed, 0),
				finding('refusals other than 503 and 507', answers.length - refused.length, 0),
				finding(
					'refusals without Retry-After',
					refused.filter(({ headers }) => !headers['retry-after']).length,
					0,
				),
				finding(`rounds of ${count} without a write ${RECOVERY_MS / 1000} s after space was freed`, late, 0),
				control('writes refused on the full disk', refused.length),
				control('readiness checks with 503', unready.filter((status) => status === 503).length),
			]
		} finally {
			await device.unmount()
		}
	},
}

/** Fills the file system but for about `left` bytes. */
async function fill(path: string, mountPoint: string, left: number): Promise<void> {
	for (let part = 0; ; part += 1) {
		const { bavail, bsize } = statfsSync(mountPoint)
		const bytes = Math.max(0, bavail * bsize - left)
		if (bytes < bsize) return
		// Metadata takes space as well, so a second, smaller file may be needed.
		await run('fallocate', [
			'-l',
			String(Math.ceil(bytes * (part === 0 ? 0.98 : 0.5))),
			`${path}/${part}`,
		]).catch(() => {})
		if (part > 20) return
	}
}
