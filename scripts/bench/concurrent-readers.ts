import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { slugAt } from '@/e2e/support/generate-data'
import type { BenchConfig } from './config'
import { figure, quantile, type Result, ratio } from './format'
import { ACCEPT_ENCODING } from './wrk'

const READERS = 10_000
/** A listening socket keeps 511 connections waiting. */
const BATCH = 250
/** Files that this process holds open for itself. */
const OWN_FILES = 500
const TIMEOUT_MS = 20_000

type Tally = { answers: number; errors: number; took: number[] }

/** Ten thousand readers who stay connected and ask again as soon as they are answered. */
export async function concurrentReaders({ server, seconds }: BenchConfig): Promise<Result[]> {
	const wanted = Math.min(READERS, openFilesMax() - OWN_FILES)
	const request = requestFor(`${server.url}/news/${slugAt(1)}`)
	const tally: Tally = { answers: 0, errors: 0, took: [] }
	const state = { asking: true }
	const readers: Socket[] = []
	while (readers.length < wanted)
		readers.push(...(await Promise.all(Array.from({ length: BATCH }, () => join(server.url, request)))))
	const began = performance.now()
	const rounds = readers.map((reader) => askOn(reader, { request, tally, state }))
	await new Promise((resolve) => setTimeout(resolve, seconds * 1_000))
	state.asking = false
	await Promise.all(rounds)
	const lasted = (performance.now() - began) / 1_000
	for (const reader of readers) reader.destroy()
	return [
		{
			work: `${figure(readers.length)} readers who stay connected and ask without end`,
			result: `${figure(tally.answers / lasted)}/s, ${tally.errors} errors, p99 ${figure(quantile(tally.took, 0.99))} ms`,
			against: `${figure(READERS)} readers`,
			ratio: ratio(readers.length, READERS),
			target: '1×, 0 errors',
		},
	]
}

/** What the system lets one process hold open; the house on the other end has the same limit. */
function openFilesMax(): number {
	const limit = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1]
	return Number(limit ?? Number.POSITIVE_INFINITY)
}

function requestFor(url: string): string {
	const { host, pathname } = new URL(url)
	return `GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\nAccept-Encoding: ${ACCEPT_ENCODING}\r\n\r\n`
}

/** Connects and asks once: a house does not wait long for somebody who says nothing. */
async function join(url: string, request: string): Promise<Socket> {
	const { hostname, port } = new URL(url)
	const socket = connect(Number(port), hostname).setNoDelay(true)
	await new Promise<void>((resolve, reject) => {
		socket.once('error', reject)
		socket.once('connect', () => {
			socket.off('error', reject)
			resolve()
		})
	})
	if (!(await answered(socket, request))) throw new Error('A reader of the crowd was not answered.')
	return socket
}

type Round = { request: string; tally: Tally; state: { asking: boolean } }

async function askOn(socket: Socket, { request, tally, state }: Round): Promise<void> {
	while (state.asking) {
		const asked = performance.now()
		if (!(await answered(socket, request))) {
			tally.errors += 1
			return
		}
		tally.answers += 1
		tally.took.push(performance.now() - asked)
	}
}

/** Whether the request is answered with a whole page. Only the length is read: the client is not measured. */
function answered(socket: Socket, request: string): Promise<boolean> {
	return new Promise((resolve) => {
		let missing = Number.NaN
		const end = (whole: boolean): void => {
			socket.off('data', onData).off('close', onClose).off('error', onClose).off('timeout', onClose)
			socket.setTimeout(0)
			resolve(whole)
		}
		const onClose = (): void => end(false)
		const onData = (chunk: Buffer): void => {
			missing = Number.isNaN(missing) ? bytesIn(chunk) - chunk.length : missing - chunk.length
			if (Number.isNaN(missing) || missing < 0) end(false)
			else if (missing === 0) end(true)
		}
		socket.on('data', onData).on('close', onClose).on('error', onClose).on('timeout', onClose)
		socket.setTimeout(TIMEOUT_MS)
		socket.write(request)
	})
}

/** The bytes of the whole answer that begins here; NaN if it is not the page. The head comes in one packet. */
function bytesIn(chunk: Buffer): number {
	const headEnd = chunk.indexOf('\r\n\r\n')
	const head = chunk.toString('latin1', 0, headEnd)
	const length = /^HTTP\/1\.1 200 [\s\S]*\r\nContent-Length: (\d+)/.exec(head)?.[1]
	return headEnd + 4 + Number(length)
}
