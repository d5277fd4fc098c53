import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { ownCommits } from '@/db/commit-count'
import { closeDatabase } from '@/db/connection'
import { migrate } from '@/db/migrate'
import { env } from '@/lib/env'
import { DIRECT_ROUTES } from '@/scripts/direct-routes'
import { FORM_ROUTES } from '@/scripts/form-routes'
import { mayUpload } from '@/scripts/may-upload'
import { READER_ROUTES } from '@/scripts/reader-routes'
import { warmUpAddresses } from '@/scripts/warm-up'
import { type House, type ServeOptions, serve } from '@/server/serve'

const DOCUMENT_BYTES = 64 * 1024 * 1024

/** A house in this very process, so that a test can write through the domain and read over HTTP. */
export type TestHouse = {
	/** As readers know it. */
	address: string
	/** The same house with nothing kept: every page is made when asked for. */
	uncached: string
}

export function withHouse(): TestHouse {
	const opened = { address: '', uncached: '' }
	let folder = ''
	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), 'square-house-'))
		Object.assign(process.env, {
			DATA_DIR: folder,
			SQUARE_LIMITS: '0',
			SQUARE_SECRET: 'a secret of this test',
			NEXTAUTH_URL: 'http://square.test',
		})
		closeDatabase()
		migrate()
		opened.address = (await openAnother()).address
		opened.uncached = (await openAnother(0)).address
	})
	afterAll(async () => {
		for (const house of houses.splice(0)) {
			house.server.closeAllConnections()
			await house.close()
		}
		closeDatabase()
		rmSync(folder, { recursive: true, force: true })
	})
	return opened
}

const houses: House[] = []

/** One more house on the same data, for a test that closes it or looks at its server. */
export async function openAnother(documentBytesMax = DOCUMENT_BYTES): Promise<House & { address: string }> {
	const options: ServeOptions = {
		dev: false,
		host: '127.0.0.1',
		port: 0,
		siteUrl: 'http://square.test',
		trustedProxies: [],
		edges: [],
		documentBytesMax,
		mediaDir: env.mediaDir,
		routes: READER_ROUTES,
		directRoutes: DIRECT_ROUTES,
		forms: FORM_ROUTES,
		booth: resolve('.next/booth.mjs'),
		boothData: ownCommits(),
		mayUpload,
		warmUp: warmUpAddresses,
		isWell: async () => true,
	}
	const house = await serve(options)
	houses.push(house)
	const bound = house.server.address()
	if (bound === null || typeof bound === 'string') throw new Error('The house has no port.')
	return { ...house, address: `http://127.0.0.1:${bound.port}` }
}
