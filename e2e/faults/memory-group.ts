import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const CGROUPS = '/sys/fs/cgroup'
/** Enters the group `$0` before it becomes the program, so that all memory of the program is charged to it. */
const ENTER = 'echo $$ > "$0/cgroup.procs" && exec "$@"'
/** Memory of the second cgroup hierarchy, or of the first where the machine still has that. */
const FILES = {
	v2: { limit: 'memory.max', peak: 'memory.peak', events: 'memory.events', root: CGROUPS },
	v1: {
		limit: 'memory.limit_in_bytes',
		peak: 'memory.max_usage_in_bytes',
		events: 'memory.oom_control',
		root: join(CGROUPS, 'memory'),
	},
} as const

/** Processes that share a limit of memory, kept by the kernel. Needs root. */
export class MemoryGroup {
	readonly #path: string
	readonly #files: (typeof FILES)['v1' | 'v2']

	/** @throws where the kernel does not keep the limit */
	constructor(name: string, bytes: number) {
		this.#files = existsSync(join(CGROUPS, 'cgroup.controllers')) ? FILES.v2 : FILES.v1
		// In the second hierarchy a group that holds processes can have no limited groups below it.
		const parent = this.#files === FILES.v1 ? ownMemoryGroup() : ''
		this.#path = join(this.#files.root, parent, name)
		mkdirSync(this.#path, { recursive: true })
		// A mere folder has no such file, and would limit nothing.
		if (!existsSync(join(this.#path, this.#files.limit))) {
			rmdirSync(this.#path)
			throw new Error(`${this.#path} is no memory cgroup.`)
		}
		writeFileSync(join(this.#path, this.#files.limit), String(bytes))
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
			for (const pid of pids) if (existsSync(`/proc/${pid}`)) execFileSync('kill', ['-9', pid])
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

const ownMemoryGroup = (): string =>
	/^\d+:(?:[^:]*,)?memory(?:,[^:]*)?:(.*)$/m.exec(readFileSync('/proc/self/cgroup', 'utf8'))?.[1] ?? ''
