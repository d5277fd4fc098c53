import { type AddressInfo, createServer } from 'node:net'

/** A port of the loopback interface that is free at this moment. */
export function freePort(): Promise<number> {
	const probe = createServer()
	return new Promise((resolve) =>
		probe.listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as AddressInfo
			probe.close(() => resolve(port))
		}),
	)
}
