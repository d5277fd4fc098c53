import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const CGROUPS = '/sys/fs/cgroup'
/** Joins the cgroup `$0` before exec, so that all memory of the program is charged to it. */
const ENTER = 'echo $$ > "$0/cgroup.procs" && exec "$@"'
/** Memory controller of cgroup v2, or of v1 where the machine still has that. */
const FILES = {
	v2: { limit: 'memory.max', swap: 'memory.swap.max', peak: 'memory.peak', events: 'memory.events' },
	v1: {
		limit: 'memory.limit_in_bytes',
		swap: 'memory.memsw.limit_in_bytes',
		peak: 'memory.max_usage_in_bytes',
		events: 'memory.oom_control',
	},
} as const

/** Processes with a shared memory limit, enforced by the kernel (cgroup). Needs root. */
export class MemoryGroup {
	readonly #path: string
	readonly #files: (typeof FILES)['v1' | 'v2']

	/** @throws where the kernel does not enforce the limit */
	constructor(name: string, bytes: number) {
		const { files, parent } = hierarchy()
		this.#files = files
		this.#path = join(parent, name)
		mkdirSync(this.#path, { recursive: true })
		// An ordinary folder has no such file and limits no memory.
		if (!existsSync(join(this.#path, this.#files.limit))) {
			rmdirSync(this.#path)
			throw new Error(`${this.#path} is no memory cgroup.`)
		}
		writeFileSync(join(this.#path, this.#files.limit), String(bytes))
		// With swap a process would slow down instead of being killed; v1 counts memory and swap together.
		const swap = join(this.#path, this.#files.swap)
		if (existsSync(swap)) writeFileSync(swap, this.#files === FILES.v2 ? '0' : String(bytes))
	}

	/** Command prefix that runs a program in the group. */
	get wrapper(): string[] {
		return ['sh', '-c', ENTER, this.#path]
	}

	get peakMb(): number {
		return Math.round(Number(this.#read(this.#files.peak)) / 1024 / 1024)
	}

	/** Number of processes that the kernel has killed for lack of memory. */
	get kills(): number {
		return Number(/^oom_kill (\d+)/m.exec(this.#read(this.#files.events))?.[1])
	}

	/** Kills the remaining processes of the group, and removes it. */
	async end(): Promise<void> {
		for (let pids = this.#pids(); pids.length > 0; pids = this.#pids()) {
			for (const pid of pids) killNow(Number(pid))
			await sleep(50)
		}
		rmdirSync(this.#path)
	}

	#pids(): string[] {
		return this.#read('cgroup.procs').split('\n').filter(Boolean)
	}

	#read(file: string): string {
		return readFileSync(join(this.#path, file), 'utf8')
	}
}

/** Kills a process; one that has already ended is ignored. */
function killNow(pid: number): void {
	try {
		process.kill(pid, 'SIGKILL')
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
	}
}

/** In v2 a group that holds processes cannot have limited subgroups, so the root group is used. */
function hierarchy(): { files: (typeof FILES)['v1' | 'v2']; parent: string } {
	if (existsSync(join(CGROUPS, 'cgroup.controllers'))) return { files: FILES.v2, parent: CGROUPS }
	const own = /^\d+:(?:[^:]*,)?memory(?:,[^:]*)?:(.*)$/m.exec(readFileSync('/proc/self/cgroup', 'utf8'))?.[1]
	return { files: FILES.v1, parent: join(CGROUPS, 'memory', own ?? '') }
}

/** Whether this process may create memory groups; containers often show them without the permission. */
export function canLimitMemory(): boolean {
	const { files, parent } = hierarchy()
	try {
		accessSync(parent, constants.W_OK)
	} catch {
		return false
	}
	return files === FILES.v1
		? existsSync(join(parent, files.limit))
		: /\bmemory\b/.test(readFileSync(join(parent, 'cgroup.subtree_control'), 'utf8'))
}
