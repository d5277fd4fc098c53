import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

export type ServerProcess = {
	url: string
	pid: number
	/** From the start of the process to its first served page, in ms. */
	startedInMs: number
	/** Resident memory of the process, in MB. */
	memoryMb: () => number
	/** The server's process, or the process of `wrapper`. */
	child: ChildProcess
	/** The output so far, stderr included. */
	output: () => string
	close: () => Promise<void>
}

type Options = {
	port: number
	dataDir: string
	settings?: Record<string, string>
	/** A command that runs the server, such as a fault injector. */
	wrapper?: readonly string[]
	/** The program that Node runs: the server, or its supervisor. */
	program?: string
}

/** Loading the demo edition takes minutes on a slow machine. */
const START_TIMEOUT_MS = 300_000
const RETRY_MS = 20

/** Starts the built site on its own port and data folder, and waits for its front page. */
export async function startServer({
	port,
	dataDir,
	settings = {},
	wrapper = [],
	program = '.next/server.mjs',
}: Options): Promise<ServerProcess> {
	const url = `http://127.0.0.1:${port}`
	const began = performance.now()
	const [command = '', ...args] = [...wrapper, process.execPath, program]
	const child = spawn(command, args, {
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {
			MALLOC_ARENA_MAX: '2',
			...process.env,
			NODE_ENV: 'production',
			NEXT_TELEMETRY_DISABLED: '1',
			HOST: '127.0.0.1',
			PORT: String(port),
			SITE_URL: url,
			DATA_DIR: dataDir,
			SQUARE_DEMO: '0',
			...settings,
		},
	})
	const output = outputOf(child)
	await firstPage(child, url, output)
	return {
		child,
		output,
		url,
		pid: child.pid as number,
		startedInMs: performance.now() - began,
		memoryMb: () => residentMb(child.pid as number),
		close: () => close(child),
	}
}

/** Sends SIGTERM, and SIGKILL after 15 seconds, and waits for the exit. */
export async function close(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return
	const gone = new Promise((resolve) => child.once('exit', resolve))
	child.kill('SIGTERM')
	const late = setTimeout(() => child.kill('SIGKILL'), 15_000)
	await gone
	clearTimeout(late)
}

function outputOf(child: ChildProcess): () => string {
	let output = ''
	for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
	return () => output
}

async function firstPage(child: ChildProcess, url: string, output: () => string): Promise<void> {
	for (const end = Date.now() + START_TIMEOUT_MS; Date.now() < end; ) {
		if (child.exitCode !== null) throw new Error(`The site stopped:\n${output()}`)
		const answer = await fetch(url).catch(() => null)
		await answer?.arrayBuffer()
		if (answer?.ok) return
		await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
	}
	child.kill('SIGKILL')
	throw new Error(`The site did not start:\n${output()}`)
}

function residentMb(pid: number): number {
	const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
	return Number(kilobytes) / 1024
}
