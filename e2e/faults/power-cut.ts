import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Acknowledged } from './acknowledged'
import { missingFrom } from './compare'
import { LoopDevice, withoutWriteback } from './loop-device'
import { makeSite, startSite } from './site'
import { control, type Finding, finding, type Trial } from './trial'
import { within } from './wait'
import { Writers } from './writers'

const DEVICE_MB = 400
/** Lifetime after the first acknowledged photograph, which takes seconds on a busy machine. */
const LIFE_MS_MAX = 2_000
const PHOTO_WAIT_MS_MAX = 40_000
/** The server and its image processes get their own process group, so that all of them stop at once. */
const OWN_GROUP = ['setsid']
/** A library that makes fsync and fdatasync no-ops: the control, which must lose writes. */
const WITHOUT_SYNC = '/usr/lib/x86_64-linux-gnu/libeatmydata.so'

type Cut = { lost: string[]; acknowledged: number; photos: number; secretKept: boolean; starts: boolean }

/** Copies the block device under a writing server as a power cut would leave it; a server starts on the copy. */
export const powerCut: Trial = {
	title: 'power cuts while readers, an editor and a photographer write',
	count: 20,
	needs: { root: true, commands: ['mkfs.ext4', 'mount', 'eatmydata', 'setsid'] },
	run: (options) =>
		withoutWriteback(async () => {
			const cuts: Cut[] = []
			for (let round = 0; round < options.count; round += 1)
				cuts.push(await cut({ ...options, name: `cut-${round}` }))
			const planted = await cut({ ...options, name: 'control', settings: { LD_PRELOAD: WITHOUT_SYNC } })
			const sum = (of: (cut: Cut) => number) => cuts.reduce((total, each) => total + of(each), 0)
			return [
				finding(
					`lost of ${sum((each) => each.acknowledged)} acknowledged writes in ${cuts.length} cuts`,
					sum((each) => each.lost.length),
					0,
				),
				finding(
					'cuts without an acknowledged photograph',
					sum((each) => (each.photos === 0 ? 1 : 0)),
					0,
				),
				finding(
					'secrets lost or changed',
					sum((each) => (each.secretKept ? 0 : 1)),
					0,
				),
				finding(
					'copies on which no server started',
					sum((each) => (each.starts ? 0 : 1)),
					0,
				),
				control('without fsync, writes are lost', planted.lost.length + (planted.starts ? 0 : 1)),
			] satisfies Finding[]
		}),
}

type CutOptions = { port: number; folder: string; name: string; settings?: Record<string, string> }

async function cut({ port, folder, name, settings = {} }: CutOptions): Promise<Cut> {
	const device = new LoopDevice(folder, name, DEVICE_MB)
	const dataDir = join(device.mountPoint, 'data')
	const copy = `${device.image}.cut`
	const acknowledged = new Acknowledged()
	let running: ChildProcess | null = null
	try {
		await makeSite(dataDir)
		// Stories and people are on disk; writes of the first start are part of the trial.
		device.sync()
		const site = await startSite(dataDir, port, { settings, wrapper: OWN_GROUP })
		running = site.child
		const secret = readFileSync(join(dataDir, 'secret'), 'utf8')
		const writers = new Writers(site.url, acknowledged).start()
		await within(PHOTO_WAIT_MS_MAX, () => acknowledged.photos.length > 0)
		await sleep(Math.random() * LIFE_MS_MAX)
		const { pid } = site.child as { pid: number }
		process.kill(-pid, 'SIGSTOP')
		// A response in flight counts as acknowledged.
		await sleep(100)
		const confirmed = structuredClone({ ...acknowledged })
		device.copyAsCut(copy)
		await ended(running)
		await writers.stop()
		await device.unmount()
		device.mount(copy)
		const found = Object.assign(new Acknowledged(), confirmed)
		return await examine({ dataDir, port, secret }, found)
	} finally {
		// A running server would keep the file system from being unmounted.
		if (running) await ended(running)
		await device.unmount()
		for (const path of [device.image, copy]) rmSync(path, { force: true })
	}
}

/** Ends the server and its image process, which would keep the file system busy. */
async function ended(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return
	const gone = new Promise((resolve) => child.once('exit', resolve))
	process.kill(-(child.pid as number), 'SIGKILL')
	await gone
}

async function examine(
	{ dataDir, port, secret }: { dataDir: string; port: number; secret: string },
	acknowledged: Acknowledged,
): Promise<Cut> {
	const path = join(dataDir, 'secret')
	const secretKept = existsSync(path) && readFileSync(path, 'utf8') === secret
	const site = await startSite(dataDir, port).catch(() => null)
	await site?.close()
	const lost = site ? missingFrom(dataDir, acknowledged) : ['all: no server starts']
	for (const line of lost.slice(0, 5)) console.log(`  ${line}`)
	const { count, photos } = acknowledged
	return { lost, acknowledged: count, photos: photos.length, secretKept, starts: site !== null }
}
