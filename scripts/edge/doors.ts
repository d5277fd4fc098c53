import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDatabase } from '@/db/connection'
import { migrate } from '@/db/migrate'
import { createSecret } from '@/lib/secret'
import { ask, cookieLine, post } from '@/scripts/running/client'
import { EDITOR, foundHouse, growTo } from '@/scripts/running/generate'
import { openHouse } from '@/scripts/running/house'
import { type OpenProxy, openNginx, openVarnish } from './proxies'

/** The first of the five ports that the proofs use. */
const PORT = Number(process.env.EDGE_PORT ?? 3790)
/** More than the proofs that change one, so that none meets another's. */
export const STORIES = 60

/** The ways in which a publisher may put the square on the web. */
export const DOORS = ['nginx', 'varnish', 'nginx and varnish'] as const
export type Door = (typeof DOORS)[number]

export type Street = { doors: Record<Door, string>; editor: string; close: () => Promise<void> }

/** Opens one house with every kind of door, and signs its editor in. */
export async function openStreet(): Promise<Street> {
	const folder = mkdtempSync(join(tmpdir(), 'square-edge-'))
	const dataDir = join(folder, 'data')
	process.env.DATA_DIR = dataDir
	migrate()
	createSecret(join(dataDir, 'secret'))
	growTo(STORIES, await foundHouse())
	closeDatabase()
	const varnishPort = PORT + 1
	const house = await openHouse({
		port: PORT,
		dataDir,
		settings: {
			TRUSTED_PROXIES: '127.0.0.1',
			EDGE_PURGE_URLS: `http://127.0.0.1:${varnishPort}/`,
			SQUARE_LIMITS: '1',
		},
	})
	const open: OpenProxy[] = []
	const close = async () => {
		for (const proxy of open.reverse()) await proxy.close()
		await house.close()
		rmSync(folder, { recursive: true, force: true })
	}
	try {
		open.push(await openVarnish({ port: varnishPort, origin: PORT, folder: join(folder, 'varnish') }))
		for (const [site, offset, from, port] of [
			['public-square.conf', 2, '3000', PORT],
			['public-square-varnish.conf', 3, '6081', varnishPort],
		] as const)
			open.push(
				await openNginx({
					site,
					port: PORT + offset,
					behind: [from, port],
					folder: join(folder, `nginx-${offset}`),
				}),
			)
		const doors = {
			varnish: `http://127.0.0.1:${varnishPort}`,
			nginx: `http://127.0.0.1:${PORT + 2}`,
			'nginx and varnish': `http://127.0.0.1:${PORT + 3}`,
		}
		return { doors, editor: await signIn(house.url), close }
	} catch (error) {
		await close()
		throw error
	}
}

async function signIn(url: string): Promise<string> {
	const { email, password } = EDITOR
	const answer = await post(`${url}/session`, { email, password, next: '/desk' })
	if (answer.status !== 303) throw new Error(`Signing in was answered ${answer.status}.`)
	return cookieLine(...answer.cookies)
}

/** A reader at an address of their own, with the cookies their browser holds. */
export function readerAt(url: string, from: string, cookies = '') {
	const asked = (headers: Record<string, string> = {}) => ({
		from,
		headers: { ...(cookies && { Cookie: cookies }), 'Accept-Encoding': 'br, gzip', ...headers },
	})
	return {
		see: (path: string, headers?: Record<string, string>) => ask(url + path, asked(headers)),
		send: (path: string, fields: Record<string, string>, headers?: Record<string, string>) =>
			post(url + path, fields, asked(headers)),
	}
}
