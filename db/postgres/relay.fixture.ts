import { connect as connectSocket, createServer, type Socket } from 'node:net'
import { env } from '@/lib/env'

type Commit = { before?: () => Promise<unknown>; after?: () => Promise<unknown> }

/** The simple query `commit` in PostgreSQL's protocol: its type, its length, its text. */
const COMMIT = Buffer.from('Q\0\0\0\x0bcommit\0', 'latin1')

/**
 * A relay between this process and PostgreSQL, which loses the answer to the first commit. It runs `before` before it
 * passes the commit on, and `after` when that is done, and refuses later connections if `refusesLater`.
 */
export async function startRelay({ before, after }: Commit, { refusesLater = false } = {}) {
	const { hostname, port } = new URL(env.databaseUrl)
	let commits = 0
	const server = createServer((client) => {
		if (refusesLater && commits > 0) return client.destroy()
		const upstream = connectSocket(Number(port), hostname)
		let committing = false
		const pass = async (chunk: Buffer) => {
			if (chunk.equals(COMMIT) && commits === 0) {
				commits += 1
				committing = true
				await before?.()
			}
			upstream.write(chunk)
		}
		const answer = async (chunk: Buffer) => {
			if (!committing) return client.write(chunk)
			await after?.()
			client.destroy()
		}
		inOrder(client, pass)
		inOrder(upstream, answer)
		client.on('close', () => upstream.destroy())
		upstream.on('close', () => client.destroy())
	})
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	const url = new URL(env.databaseUrl)
	url.port = String((server.address() as { port: number }).port)
	return { url: url.href, close: () => server.close() }
}

/** Handles the chunks of a socket one after another, and errors not at all: its end closes the other one. */
function inOrder(socket: Socket, handle: (chunk: Buffer) => Promise<unknown>): void {
	let last: Promise<unknown> = Promise.resolve()
	socket.on('data', (chunk: Buffer) => {
		last = last.then(() => handle(chunk))
	})
	socket.on('error', () => {})
}
