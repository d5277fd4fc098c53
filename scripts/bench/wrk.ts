import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { ensurePackages } from '../apt.mjs'

/** Throughput and latency of a round; `errors` counts failed requests and socket errors. */
export type Load = { perSecond: number; p99Ms: number; errors: number }

const WRK = '/usr/bin/wrk'
const CONNECTIONS = 32
/** Browsers' header, so that the benchmark gets the same bytes. */
export const ACCEPT_ENCODING = 'br, gzip'

export function requireWrk(): void {
	if (!ensurePackages([WRK], 'wrk')) throw new Error('wrk is missing. On Debian: apt-get install -y wrk')
}

/** Requests one URL as fast as possible, over 32 keep-alive connections from one thread. */
export async function load(url: string, seconds: number): Promise<Load> {
	return run(url, seconds, ['-H', `Accept-Encoding: ${ACCEPT_ENCODING}`])
}

/**
 * Sends whole requests in turn over the same connections. wrk calls a function of LuaJIT for each request, which
 * takes less than a microsecond.
 *
 * @param script file for the Lua script
 */
export async function loadRequests(
	url: string,
	seconds: number,
	{ requests, script }: { requests: string[]; script: string },
): Promise<Load> {
	// The escapes of JSON that a request can contain are those of Lua.
	const list = requests.map((request) => JSON.stringify(request)).join(',\n')
	const next = 'function request()\n\tnumber = number % #requests + 1\n\treturn requests[number]\nend'
	writeFileSync(script, `local requests = {\n${list}\n}\nlocal number = 0\n${next}\n`)
	return run(url, seconds, ['-s', script])
}

/** @throws Error if wrk fails */
async function run(url: string, seconds: number, options: string[]): Promise<Load> {
	const output = await outputOf(['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '--latency', ...options, url])
	const failed = /Non-2xx or 3xx responses: (\d+)/.exec(output)?.[1]
	const broken = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(output)
	return {
		perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(output)?.[1]),
		p99Ms: milliseconds(/99%\s+([\d.]+)(us|ms|s)/.exec(output)),
		errors: [failed, ...(broken?.slice(1) ?? [])].reduce((sum, each) => sum + Number(each ?? 0), 0),
	}
}

function outputOf(args: string[]): Promise<string> {
	return new Promise((resolve, reject) => {
		const child = spawn(WRK, args, { stdio: ['ignore', 'pipe', 'inherit'] })
		let output = ''
		child.stdout.on('data', (chunk) => (output += chunk))
		child.on('error', reject)
		child.on('exit', (code) =>
			code === 0 ? resolve(output) : reject(new Error(`wrk exited with code ${code}.`)),
		)
	})
}

const UNITS: Record<string, number> = { us: 0.001, ms: 1, s: 1000 }

const milliseconds = (match: RegExpExecArray | null): number =>
	match ? Number(match[1]) * (UNITS[match[2] ?? ''] ?? Number.NaN) : Number.NaN
