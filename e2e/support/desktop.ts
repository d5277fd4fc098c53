import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { close } from './server-process'

export type AccessibleNode = {
	role: string
	name?: string
	landmark?: string
	pressed?: boolean
	checked?: boolean
	children: AccessibleNode[]
}

const SCREEN = '1280x900x24'
const TREE = fileURLToPath(new URL('accessibility-tree.py', import.meta.url))
/** The accessibility tree of a long page takes some hundred kB. */
const TREE_BYTES_MAX = 20_000_000

/** A virtual X display and a session bus, on which the platform's accessibility tree (AT-SPI) depends. */
export class Desktop {
	readonly env: NodeJS.ProcessEnv
	readonly #processes: ChildProcess[]

	private constructor(env: NodeJS.ProcessEnv, processes: ChildProcess[]) {
		this.env = env
		this.#processes = processes
	}

	static async start(): Promise<Desktop> {
		const screen = run('Xvfb', '-displayfd', '1', '-screen', '0', SCREEN, '-nolisten', 'tcp')
		const bus = run('dbus-daemon', '--session', '--nofork', '--print-address=1')
		const env = {
			...process.env,
			DISPLAY: `:${await firstLine(screen)}`,
			DBUS_SESSION_BUS_ADDRESS: await firstLine(bus),
			GNOME_ACCESSIBILITY: '1',
			WAYLAND_DISPLAY: '',
		}
		return new Desktop(env, [screen, bus])
	}

	/** Returns the AT-SPI tree of the page at `address` in the window of process `pid`. */
	async accessibilityTree(pid: number, address: string): Promise<AccessibleNode> {
		const { stdout } = await promisify(execFile)('/usr/bin/python3', [TREE, String(pid), address], {
			env: this.env,
			maxBuffer: TREE_BYTES_MAX,
		})
		return JSON.parse(stdout)
	}

	async close(): Promise<void> {
		await Promise.all(this.#processes.map(close))
	}
}

const run = (command: string, ...args: string[]): ChildProcess =>
	spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] })

const firstLine = (child: ChildProcess): Promise<string> =>
	new Promise((resolve, reject) => {
		child.stdout?.once('data', (data) => resolve(String(data).split('\n')[0]?.trim() ?? ''))
		child.once('error', reject)
		child.once('exit', (code) => reject(new Error(`${child.spawnfile} stopped with ${code}.`)))
	})
