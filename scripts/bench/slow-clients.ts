import { connect, type Socket } from 'node:net'
import { slugAt } from '@/e2e/support/generate-data'
import { sendRequest } from '@/e2e/support/http-client'
import type { BenchConfig } from './config'
import { figure, quantile, type Result, ratio } from './format'

const CONNECTIONS = 1_000
/** Each kind for so long; in a quick run for a third. */
const SECONDS = 20
const QUICK_SECONDS = 7
/** How often a slow client says a little more, or reads a little more. */
const TRICKLE_MS = 1_000
const BYTES_READ = 512
/** Pages that a slow reader asks for in one breath: more than the system's own buffers take. */
const PIPELINED = 30
const P99_WANTED_MS = 1_000
const PAUSE_MS = 10

/** What a client says first, and then little by little; null for one that says all but hardly reads. */
type Kind = { name: string; first: (page: string) => string; more: string | null }

const KINDS: Kind[] = [
	{
		name: 'slow heads',
		first: (page) => `GET ${page} HTTP/1.1\r\nHost: square.test\r\n`,
		more: 'X-A: b\r\n',
	},
	{
		name: 'slow forms',
		first: (page) =>
			`POST ${page}/moods HTTP/1.1\r\nHost: square.test\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9000\r\n\r\nmood=`,
		more: 'a',
	},
	{
		name: 'slow readers',
		first: (page) => `GET ${page} HTTP/1.1\r\nHost: square.test\r\n\r\n`.repeat(PIPELINED),
		more: null,
	},
]

/** How a reader fares beside a thousand clients that are slow on purpose, kind by kind. */
export async function slowClients({ server, quick }: BenchConfig): Promise<Result[]> {
	const page = `/news/${slugAt(1)}`
	const lines: Result[] = []
	for (const { name, first, more } of KINDS) {
		const crowd = Array.from({ length: CONNECTIONS }, () => new SlowClient(server.url, first(page), more))
		await Promise.all(crowd.map((each) => each.connected))
		const { took, errors } = await readBeside(server.url + page, quick ? QUICK_SECONDS : SECONDS)
		const opened = crowd.reduce((sum, each) => sum + each.opened, 0)
		for (const each of crowd) each.stop()
		const p99 = quantile(took, 0.99)
		lines.push({
			work: `a reader beside ${figure(CONNECTIONS)} ${name}, p99`,
			result: `${figure(p99)} ms, ${errors} errors in ${figure(took.length)} pages; ${figure(opened)} slow connections, ${figure(server.memoryMb())} MB resident`,
			against: `wanted: ${figure(P99_WANTED_MS)} ms`,
			ratio: ratio(p99, P99_WANTED_MS),
			target: '< 1×, 0 errors',
		})
	}
	return lines
}

/** Comes on a new connection each time, as a reader does who has not been here yet. */
async function readBeside(url: string, seconds: number): Promise<{ took: number[]; errors: number }> {
	const took: number[] = []
	let errors = 0
	for (const end = performance.now() + seconds * 1_000; performance.now() < end; ) {
		const asked = performance.now()
		const status = await sendRequest(url).then(
			(answer) => answer.status,
			() => 0,
		)
		took.push(performance.now() - asked)
		if (status !== 200) errors += 1
		await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
	}
	return { took, errors }
}

/** Comes again whenever it is shown the door. */
class SlowClient {
	readonly connected: Promise<void>
	opened = 0
	#socket: Socket | null = null
	readonly #timer: NodeJS.Timeout
	readonly #url: URL
	readonly #first: string
	readonly #more: string | null

	constructor(url: string, first: string, more: string | null) {
		this.#url = new URL(url)
		this.#first = first
		this.#more = more
		this.connected = this.#open()
		this.#timer = setInterval(() => this.#trickle(), TRICKLE_MS)
	}

	stop(): void {
		clearInterval(this.#timer)
		this.#socket?.destroy()
	}

	#open(): Promise<void> {
		return new Promise((resolve) => {
			const socket = connect(Number(this.#url.port), this.#url.hostname)
			this.#socket = socket
			socket.on('connect', () => {
				this.opened += 1
				socket.write(this.#first)
				if (this.#more === null) socket.pause()
				else socket.resume()
				resolve()
			})
			// Being turned away is what a slow client has to expect.
			socket.on('error', () => resolve())
			socket.on('close', () => {
				if (this.#socket === socket) this.#socket = null
			})
		})
	}

	#trickle(): void {
		const socket = this.#socket
		if (!socket) this.#open()
		else if (this.#more !== null) socket.write(this.#more)
		else if (socket.readyState === 'open') socket.read(BYTES_READ)
	}
}
