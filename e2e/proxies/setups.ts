import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDatabase, migrate } from '@/db'
import { EDITOR, generateStories, seedSite } from '@/e2e/support/generate-data'
import { cookieHeader, post, type RequestOptions, sendRequest } from '@/e2e/support/http-client'
import { startServer } from '@/e2e/support/server-process'
import { createSecret } from '@/lib/secret'
import { type ProxyProcess, startNginx, startVarnish } from './proxy-processes'

/** First of four ports: the server, Varnish, and nginx twice. */
const PORT = Number(process.env.EDGE_PORT ?? 3790)
/** More stories than tests that change one, so that no two tests share a story. */
export const STORIES = 60

/** The supported proxy setups. */
export const PROXY_SETUPS = ['nginx', 'varnish', 'nginx and varnish'] as const
export type ProxySetup = (typeof PROXY_SETUPS)[number]

export type ProxyTestbed = { setups: Record<ProxySetup, string>; editor: string; close: () => Promise<void> }

/** Starts one server behind every proxy setup, and signs its editor in. */
export async function startProxies(): Promise<ProxyTestbed> {
	const folder = mkdtempSync(join(tmpdir(), 'square-edge-'))
	const dataDir = join(folder, 'data')
	process.env.DATA_DIR = dataDir
	await migrate()
	createSecret(join(dataDir, 'secret'))
	generateStories(STORIES, await seedSite())
	await closeDatabase()
	const varnishPort = PORT + 1
	const server = await startServer({
		port: PORT,
		dataDir,
		settings: {
			TRUSTED_PROXIES: '127.0.0.1',
			EDGE_PURGE_URLS: `http://127.0.0.1:${varnishPort}/`,
			SQUARE_LIMITS: '1',
		},
	})
	const open: ProxyProcess[] = []
	const close = async () => {
		for (const proxy of open.reverse()) await proxy.close()
		await server.close()
		rmSync(folder, { recursive: true, force: true })
	}
	try {
		open.push(await startVarnish({ port: varnishPort, origin: PORT, folder: join(folder, 'varnish') }))
		for (const [site, offset, from, port] of [
			['public-square.conf', 2, '3000', PORT],
			['public-square-varnish.conf', 3, '6081', varnishPort],
		] as const)
			open.push(
				await startNginx({
					site,
					port: PORT + offset,
					behind: [from, port],
					folder: join(folder, `nginx-${offset}`),
				}),
			)
		const setups = {
			varnish: `http://127.0.0.1:${varnishPort}`,
			nginx: `http://127.0.0.1:${PORT + 2}`,
			'nginx and varnish': `http://127.0.0.1:${PORT + 3}`,
		}
		return { setups, editor: await signIn(server.url), close }
	} catch (error) {
		await closeDatabase()
		throw error
	}
}

async function signIn(url: string): Promise<string> {
	const { email, password } = EDITOR
	const answer = await post(`${url}/session`, { email, password, next: '/desk' })
	if (answer.status !== 303) throw new Error(`Signing in was answered ${answer.status}.`)
	return cookieHeader(...answer.cookies)
}

/** A client with its own address and cookies. */
export function clientAt(url: string, from: string, cookies = '') {
	const options = (headers: Record<string, string> = {}): RequestOptions => ({
		localAddress: from,
		headers: { ...(cookies && { Cookie: cookies }), 'Accept-Encoding': 'br, gzip', ...headers },
	})
	return {
		get: (path: string, headers?: Record<string, string>) => sendRequest(url + path, options(headers)),
		post: (path: string, fields: Record<string, string>, headers?: Record<string, string>) =>
			post(url + path, fields, options(headers)),
	}
}
