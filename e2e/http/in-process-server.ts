import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { CACHEABLE_ROUTES } from '@/app/_http/cacheable-routes'
import { FILE_ROUTES } from '@/app/_http/file-routes'
import { FORM_ROUTES } from '@/app/_http/form-routes'
import { mayUpload } from '@/app/_http/may-upload'
import { renderParts } from '@/app/_http/render-parts'
import { WORKER_ROUTES } from '@/app/_http/worker-routes'
import { closeDatabase, migrate, writersData } from '@/db'
import { findSiteFile } from '@/domain/site-files'
import { env } from '@/lib/env'
import { mediaStore } from '@/lib/media/media-store'
import { type RunningServer, type ServerOptions, startServer } from '@/server/http-server'
import { prepareNext } from '@/server/next-app'
import { warmUpAddresses } from '@/server/warm-up'

const PAGE_CACHE_BYTES = 64 * 1024 * 1024

/** An HTTP server in the test's process, so that a test writes through the domain and reads over HTTP. */
export type TestServer = {
	/** The address for readers. */
	address: string
	/** A server on the same data without cache and shells: Next renders every page with its parts. */
	uncached: string
}

export function withServer(): TestServer {
	const opened = { address: '', uncached: '' }
	let folder = ''
	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), 'square-server-'))
		Object.assign(process.env, {
			DATA_DIR: folder,
			SQUARE_LIMITS: '0',
			SQUARE_SECRET: 'a secret of this test',
			NEXTAUTH_URL: 'http://square.test',
		})
		await closeDatabase()
		await migrate()
		opened.address = (await startAnother()).address
		opened.uncached = (await startAnother(0)).address
	})
	afterAll(async () => {
		for (const server of servers.splice(0)) {
			server.server.closeAllConnections()
			await server.close()
		}
		await closeDatabase()
		rmSync(folder, { recursive: true, force: true })
	})
	return opened
}

const servers: RunningServer[] = []

/** Starts another server on the same data, for a test that closes or inspects it. */
export async function startAnother(
	pageCacheBytes = PAGE_CACHE_BYTES,
	changes: Partial<ServerOptions> = {},
): Promise<RunningServer & { address: string }> {
	const listening = { dev: false, host: '127.0.0.1', port: 0 }
	const options: ServerOptions = {
		...listening,
		nextHandler: await prepareNext(listening),
		buildDir: '.next',
		siteUrl: 'http://square.test',
		trustedProxies: [],
		purgeUrls: [],
		pageCacheBytes,
		media: await mediaStore(),
		spoolDir: env.mediaDir,
		findSiteFile,
		cacheableRoutes: CACHEABLE_ROUTES,
		fileRoutes: FILE_ROUTES,
		renderParts: pageCacheBytes > 0 ? renderParts : undefined,
		workerRoutes: WORKER_ROUTES,
		formRoutes: FORM_ROUTES,
		writeWorkerFile: resolve('.next/write-worker.mjs'),
		writeWorkerData: writersData(),
		mayUpload,
		warmUp: warmUpAddresses,
		isHealthy: async () => true,
		...changes,
	}
	const server = await startServer(options)
	servers.push(server)
	const bound = server.server.address()
	if (bound === null || typeof bound === 'string') throw new Error('The server has no port.')
	return { ...server, address: `http://127.0.0.1:${bound.port}` }
}
