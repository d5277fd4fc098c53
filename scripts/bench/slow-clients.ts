import { connect, type Socket } from 'node:net'
import { slugAt } from '@/e2e/support/generate-data'
import { sendRequest } from '@/e2e/support/http-client'
import type { BenchConfig } from './config'
import { figure, quantile, type Result } from './format'

const CONNECTIONS = 1_000
/** Duration of each kind. */
const SECONDS = 20
const QUICK_SECONDS = 7
/** Interval at which a slow client sends or reads a little. */
const TRICKLE_MS = 1_000
const BYTES_READ = 512
/** Pipelined requests of a slow reader: responses larger than the socket buffers. */
const PIPELINED = 30
const P99_MAX_MS = 1_000
const PAUSE_MS = 10

/** Bytes that a client sends first and at each interval; `more` is null for a client that reads slowly instead. */
type Kind = { name: string; first: (page: string) => string; more: string | null }

const KINDS: Kind[] = [
	{
		name: 'clients that send headers slowly',
		first: (page) => `GET ${page} HTTP/1.1\r\nHost: square.test\r\n`,
		more: 'X-A: b\r\n',
	},
	{
		name: 'clients that send forms slowly',
		first: (page) =>
			`POST ${page}/moods HTTP/1.1\r\nHost: square.test\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9000\r\n\r\nmood=`,
		more: 'a',
	},
	{
		name: 'clients that read slowly',
		first: (page) => `GET ${page} HTTP/1.1\r\nHost: square.test\r\n\r\n`.repeat(PIPELINED),
		more: null,
	},
]

/** Response times of one reader beside 1,000 slow clients, for each kind. */
export async function slowClients({ server, quick }: BenchConfig): Promise<Result[]> {
	const page = `/news/${slugAt(1)}`
	const results: Result[] = []
	for (const { name, first, more } of KINDS) {
		const clients = Array.from({ length: CONNECTIONS }, () => new SlowClient(server.url, first(page), more))
		await Promise.all(clients.map((each) => each.connected))
		const { took, errors } = await readBeside(server.url + page, quick ? QUICK_SECONDS : SECONDS)
		const opened = clients.reduce((sum, each) => sum + each.opened, 0)
		for (const each of clients) each.stop()
		const p99 = quantile(took, 0.99)
		results.push({
			measurement: `one reader beside ${figure(CONNECTIONS)} ${name}, p99`,
			result: `${figure(p99)} ms, ${errors} errors in ${figure(took.length)} pages; ${figure(opened)} slow connections, ${figure(server.memoryMb())} MB resident`,
			baseline: '',
			ratio: '',
			target: `< ${figure(P99_MAX_MS)} ms, 0 errors`,
			met: p99 < P99_MAX_MS && errors === 0,
		})
	}
	return results
}

/** Requests the page repeatedly, each time on a new connection, like first visits. */
async function readBeside(url: string, seconds: number): Promise<{ took: number[]; errors: number }> {
	const took: number[] = []
	let errors = 0
	for (const end = performance.now() + seconds * 1_000; performance.now() < end; ) {
		const began = performance.now()
		const status = await sendRequest(url).then(
			(response) => response.status,
			() => 0,
		)
		took.push(performance.now() - began)
		if (status !== 200) errors += 1
		await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
	}
	return { took, errors }
}

/** A client that sends or reads slowly, and reconnects when the server disconnects it. */
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
			// The server is expected to reset slow connections.
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
