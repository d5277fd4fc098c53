import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Interval and age of dirty pages for writeback by the kernel, in hundredths of a second. */
const WRITEBACK = ['/proc/sys/vm/dirty_writeback_centisecs', '/proc/sys/vm/dirty_expire_centisecs']
/** Commit interval of the journal in seconds; until then it is written only when a program syncs. */
const JOURNAL_SECONDS = 300
/** A killed process holds its files until the kernel has released them. */
const BUSY_MS_MAX = 10_000
const RETRY_MS = 50

/** An ext4 file system in a file. Needs root. */
export class LoopDevice {
	readonly image: string
	readonly mountPoint: string

	constructor(folder: string, name: string, megabytes: number) {
		this.image = join(folder, `${name}.img`)
		this.mountPoint = join(folder, name)
		mkdirSync(this.mountPoint)
		writeFileSync(this.image, '')
		truncateSync(this.image, megabytes * 1024 * 1024)
		run('mkfs.ext4', '-q', '-F', '-m', '0', this.image)
		this.mount(this.image)
	}

	mount(image: string): void {
		run('mount', '-o', `loop,noatime,commit=${JOURNAL_SECONDS}`, image, this.mountPoint)
	}

	/** Unmounts, and retries while ending processes hold files open. */
	async unmount(): Promise<void> {
		for (const end = Date.now() + BUSY_MS_MAX; ; await sleep(RETRY_MS))
			try {
				return run('umount', this.mountPoint)
			} catch (error) {
				if (Date.now() > end) throw error
			}
	}

	/** Syncs all writes so far to the device. */
	sync(): void {
		run('sync', '-f', this.mountPoint)
	}

	/**
	 * Copies the device as a power cut would leave it: its blocks without the pages that are only in memory.
	 * The file system must be idle, with its programs stopped, during the copy.
	 */
	copyAsCut(copy: string): void {
		copyFileSync(this.image, copy)
	}
}

/** Runs `work` while the kernel writes only synced pages. Needs root. */
export async function withoutWriteback<T>(work: () => Promise<T>): Promise<T> {
	const before = WRITEBACK.map((path) => readFileSync(path, 'utf8'))
	try {
		writeFileSync(WRITEBACK[0] as string, '0')
		writeFileSync(WRITEBACK[1] as string, '360000')
		return await work()
	} finally {
		WRITEBACK.forEach((path, index) => {
			writeFileSync(path, before[index] as string)
		})
	}
}

function run(command: string, ...args: string[]): void {
	execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] })
}
