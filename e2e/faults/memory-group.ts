import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const CGROUPS = '/sys/fs/cgroup'
/** Enters the group `$0` before it becomes the program, so that all memory of the program is charged to it. */
const ENTER = 'echo $$ > "$0/cgroup.procs" && exec "$@"'
/** Memory of the second cgroup hierarchy, or of the first where the machine still has that. */
const FILES = {
	v2: { limit: 'memory.max', swap: 'memory.swap.max', peak: 'memory.peak', events: 'memory.events' },
	v1: {
		limit: 'memory.limit_in_bytes',
		swap: 'memory.memsw.limit_in_bytes',
		peak: 'memory.max_usage_in_bytes',
		events: 'memory.oom_control',
	},
} as const

/** Processes that share a limit of memory, kept by the kernel. Needs root. */
export class MemoryGroup {
	readonly #path: string
	readonly #files: (typeof FILES)['v1' | 'v2']

	/** @throws where the kernel does not keep the limit */
	constructor(name: string, bytes: number) {
		const { files, parent } = hierarchy()
		this.#files = files
		this.#path = join(parent, name)
		mkdirSync(this.#path, { recursive: true })
		// A mere folder has no such file, and would limit nothing.
		if (!existsSync(join(this.#path, this.#files.limit))) {
			rmdirSync(this.#path)
			throw new Error(`${this.#path} is no memory cgroup.`)
		}
		writeFileSync(join(this.#path, this.#files.limit), String(bytes))
		// With swap a process would be slow in place of being killed; the first hierarchy counts memory and swap together.
		const swap = join(this.#path, this.#files.swap)
		if (existsSync(swap)) writeFileSync(swap, this.#files === FILES.v2 ? '0' : String(bytes))
	}

	/** Runs a command in the group. */
	get wrapper(): string[] {
		return ['sh', '-c', ENTER, this.#path]
	}

	get peakMb(): number {
		return Math.round(Number(this.#read(this.#files.peak)) / 1024 / 1024)
	}

	/** Processes that the kernel has killed for want of memory. */
	get kills(): number {
		return Number(/^oom_kill (\d+)/m.exec(this.#read(this.#files.events))?.[1])
	}

	/** Whatever is still in the group ends with it. */
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

/** The process may have ended by itself meanwhile. */
function killNow(pid: number): void {
	try {
		process.kill(pid, 'SIGKILL')
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
	}
}

/** In the second hierarchy a group that holds processes can have no limited groups below it, so its root is taken. */
function hierarchy(): { files: (typeof FILES)['v1' | 'v2']; parent: string } {
	if (existsSync(join(CGROUPS, 'cgroup.controllers'))) return { files: FILES.v2, parent: CGROUPS }
	const own = /^\d+:(?:[^:]*,)?memory(?:,[^:]*)?:(.*)$/m.exec(readFileSync('/proc/self/cgroup', 'utf8'))?.[1]
	return { files: FILES.v1, parent: join(CGROUPS, 'memory', own ?? '') }
}

/** Whether this process may make memory groups: containers often show them without the right to. */
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
