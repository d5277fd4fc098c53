import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { cookieLine, post } from '@/scripts/running/client'
import { sendDeskForm } from '@/scripts/running/desk-form'
import { slugAt } from '@/scripts/running/generate'
import { Readers } from './readers'
import { makeSite, OWNER, startSite } from './site'
import { control, finding, type Trial } from './trial'

/** What the systemd unit grants the server and its children together. */
const MEMORY_MAX = 1024 * 1024 * 1024
const UPLOADS = 20
/** A photograph of noise: about 16 MB as a JPEG. */
const PICTURE = { width: 4_000, height: 2_700 }

/** Many large photographs at once in the memory of the systemd unit. */
export const memory: Trial = {
	title: `${UPLOADS} uploads of 16 MB at once in 1 GB`,
	count: 3,
	needs: { root: true },
	run: async ({ count, port, folder }) => {
		const dataDir = join(folder, 'data')
		await makeSite(dataDir)
		const group = '/sys/fs/cgroup/square-memory-trial'
		mkdirSync(group, { recursive: true })
		writeFileSync(join(group, 'memory.max'), String(MEMORY_MAX))
		writeFileSync(join(group, 'memory.swap.max'), '0')
		const statuses: number[] = []
		try {
			const site = await startSite(dataDir, port)
			writeFileSync(join(group, 'cgroup.procs'), String(site.child.pid))
			const { email, password } = OWNER
			const cookie = cookieLine(...(await post(`${site.url}/session`, { email, password })).cookies)
			const readers = new Readers([`${site.url}/news/${slugAt(1)}`]).start()
			for (let round = 0; round < count; round += 1) {
				const pictures = await Promise.all(Array.from({ length: UPLOADS }, largePicture))
				const upload = (photo: File) =>
					sendDeskForm(`${site.url}/desk/photographs`, {
						form: 'photo',
						changes: { photo },
						button: ['then', 'add'],
						cookie,
					}).then(
						({ status }) => statuses.push(status),
						() => statuses.push(0),
					)
				await Promise.all(pictures.map(upload))
			}
			await readers.stop()
			const ended = site.child.exitCode !== null || site.child.signalCode !== null
			await site.close()
			const peak = Number(readFileSync(join(group, 'memory.peak'), 'utf8')) / 1024 / 1024
			const kills = Number(/^oom_kill (\d+)/m.exec(readFileSync(join(group, 'memory.events'), 'utf8'))?.[1])
			return [
				finding(`servers killed for memory (peak ${Math.round(peak)} MB)`, ended ? 1 : 0, 0),
				finding('processes killed for memory', kills, 0),
				finding(`readings of ${readers.asked} that failed`, readers.failed, 0),
				finding(
					'uploads neither taken nor refused with 503',
					statuses.filter((status) => status !== 303 && status !== 503).length,
					0,
				),
				control('photographs taken', statuses.filter((status) => status === 303).length),
			]
		} finally {
			await ended(group)
		}
	},
}

/** Whatever is still in the group ends with the trial. */
async function ended(group: string): Promise<void> {
	writeFileSync(join(group, 'cgroup.kill'), '1')
	while (readFileSync(join(group, 'cgroup.procs'), 'utf8') !== '') await sleep(50)
	rmdirSync(group)
}

async function largePicture(): Promise<File> {
	const { width, height } = PICTURE
	const pixels = randomBytes(width * height * 3)
	const bytes = await sharp(pixels, { raw: { width, height, channels: 3 } })
		.jpeg({ quality: 92 })
		.toBuffer()
	return new File([Uint8Array.from(bytes)], 'large.jpg', { type: 'image/jpeg' })
}
