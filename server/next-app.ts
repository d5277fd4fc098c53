import next from 'next'
import type { NextHandler } from './next-renderer'

/** Loads the Next application of the working directory. */
export async function prepareNext(options: {
	dev: boolean
	host: string
	port: number
}): Promise<NextHandler> {
	const { dev, host, port } = options
	const app = next({ dev, hostname: host, port })
	await app.prepare()
	return app.getRequestHandler()
}
