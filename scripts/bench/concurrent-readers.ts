import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { slugAt } from '@/e2e/support/generate-data'
import type { BenchConfig } from './config'
import { figure, quantile, type Result } from './format'
import { ACCEPT_ENCODING } from './wrk'

const READERS = 10_000
/** Connections opened at once; Node's listen backlog is 511. */
const BATCH = 250
/** File descriptors reserved for this process itself. */
const OWN_FILES = 500
const TIMEOUT_MS = 20_000

type Tally = { responses: number; errors: number; took: number[] }

/** 10,000 keep-alive connections, each with the next request after every response. */
export async function concurrentReaders({ server, seconds }: BenchConfig): Promise<Result[]> {
	const wanted = Math.min(READERS, openFilesMax() - OWN_FILES)
	const request = requestFor(`${server.url}/news/${slugAt(1)}`)
	const tally: Tally = { responses: 0, errors: 0, took: [] }
	const state = { running: true }
	const readers: Socket[] = []
	while (readers.length < wanted)
		readers.push(
			...(await Promise.all(Array.from({ length: BATCH }, () => connectReader(server.url, request)))),
		)
	const began = performance.now()
	const rounds = readers.map((reader) => requestRepeatedly(reader, { request, tally, state }))
	await new Promise((resolve) => setTimeout(resolve, seconds * 1_000))
	state.running = false
	await Promise.all(rounds)
	const lasted = (performance.now() - began) / 1_000
	for (const reader of readers) reader.destroy()
	return [
		{
			measurement: `${figure(readers.length)} concurrent readers`,
			result: `${figure(tally.responses / lasted)}/s, ${tally.errors} errors, p99 ${figure(quantile(tally.took, 0.99))} ms`,
			baseline: '',
			ratio: '',
			target: `${figure(READERS)} readers, 0 errors`,
			met: readers.length >= READERS && tally.errors === 0,
		},
	]
}

/** Limit of open files of this process; the server has the same. */
function openFilesMax(): number {
	const limit = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1]
	return Number(limit ?? Number.POSITIVE_INFINITY)
}

function requestFor(url: string): string {
	const { host, pathname } = new URL(url)
	return `GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\nAccept-Encoding: ${ACCEPT_ENCODING}\r\n\r\n`
}

/** Connects and sends a first request, because the server soon closes idle new connections. */
async function connectReader(url: string, request: string): Promise<Socket> {
	const { hostname, port } = new URL(url)
	const socket = connect(Number(port), hostname).setNoDelay(true)
	await new Promise<void>((resolve, reject) => {
		socket.once('error', reject)
		socket.once('connect', () => {
			socket.off('error', reject)
			resolve()
		})
	})
	if (!(await requestPage(socket, request)))
		throw new Error('A reader got no whole response to the first request.')
	return socket
}

type Round = { request: string; tally: Tally; state: { running: boolean } }

async function requestRepeatedly(socket: Socket, { request, tally, state }: Round): Promise<void> {
	while (state.running) {
		const began = performance.now()
		if (!(await requestPage(socket, request))) {
			tally.errors += 1
			return
		}
		tally.responses += 1
		tally.took.push(performance.now() - began)
	}
}

/** Whether the response is a whole page of status 200. Compares lengths only, to keep the client cheap. */
function requestPage(socket: Socket, request: string): Promise<boolean> {
	return new Promise((resolve) => {
		let missing = Number.NaN
		const end = (whole: boolean): void => {
			socket.off('data', onData).off('close', onClose).off('error', onClose).off('timeout', onClose)
			socket.setTimeout(0)
			resolve(whole)
		}
		const onClose = (): void => end(false)
		const onData = (chunk: Buffer): void => {
			missing = Number.isNaN(missing) ? responseLength(chunk) - chunk.length : missing - chunk.length
			if (Number.isNaN(missing) || missing < 0) end(false)
			else if (missing === 0) end(true)
		}
		socket.on('data', onData).on('close', onClose).on('error', onClose).on('timeout', onClose)
		socket.setTimeout(TIMEOUT_MS)
		socket.write(request)
	})
}

/**
 * Length in bytes of the response that begins with `chunk`; NaN for another status. Expects all headers in
 * `chunk`.
 */
function responseLength(chunk: Buffer): number {
	const headEnd = chunk.indexOf('\r\n\r\n')
	const head = chunk.toString('latin1', 0, headEnd)
	const length = /^HTTP\/1\.1 200 [\s\S]*\r\nContent-Length: (\d+)/.exec(head)?.[1]
	return headEnd + 4 + Number(length)
}
