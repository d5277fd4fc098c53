import { createServer } from 'node:net'

/**
 * Listens once and closes again, so that a port in use, or a host of another machine, is found before the data
 * changes. @throws the error of `listen`
 */
export async function assertListenable(port: number, host: string): Promise<void> {
	const server = createServer((socket) => socket.destroy())
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject)
		server.listen(port, host, resolve)
	})
	await new Promise((resolve) => server.close(resolve))
}
