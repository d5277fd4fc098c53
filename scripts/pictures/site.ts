import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@/e2e/support/free-port'
import { post } from '@/e2e/support/http-client'
import { type ServerProcess, startServer } from '@/e2e/support/server-process'

/** The clock's time at the start; the demo edition dates its stories back from it. */
const EDITION = '2026-09-22T09:30:00Z'
const OWNER = { name: 'Una Marsh', email: 'una@example.org', password: 'a good long password' }
const LINK_TIMEOUT_MS = 30_000
const RETRY_MS = 50

/** Starts the built site with the demo edition in a temporary data folder, its clock set to `EDITION`. */
export async function startDemo(): Promise<ServerProcess> {
	const dataDir = mkdtempSync(join(tmpdir(), 'square-pictures-'))
	const remove = () => rmSync(dataDir, { recursive: true, force: true })
	const settings = {
		SQUARE_DEMO: '1',
		NODE_OPTIONS: `--import=${new URL('fixed-clock.mjs', import.meta.url).href}`,
		PICTURES_CLOCK_SHIFT_MS: String(Date.parse(EDITION) - Date.now()),
	}
	const site = await startServer({ port: await freePort(), dataDir, settings }).catch((error) => {
		remove()
		throw error
	})
	const close = () => site.close().finally(remove)
	return { ...site, close }
}

/** Creates the first owner with the link that the server printed, and returns the session cookie. */
export async function signInAsOwner(site: ServerProcess): Promise<{ name: string; value: string }> {
	const token = await ownerToken(site)
	const { status, cookies } = await post(`${site.url}/welcome/account`, { token, ...OWNER })
	// Set without its expiry, which the browser would compare with the real time.
	const [, name = '', value = ''] = /^(\S*session)=([^;]+)/m.exec(cookies.join('\n')) ?? []
	if (!value) throw new Error(`The owner’s link was answered with ${status} and no session.`)
	return { name, value }
}

async function ownerToken(site: ServerProcess): Promise<string> {
	for (const end = Date.now() + LINK_TIMEOUT_MS; Date.now() < end; ) {
		const token = /\/welcome\?token=(\S+)/.exec(site.output())?.[1]
		if (token) return token
		await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
	}
	throw new Error(`The site printed no owner’s link:\n${site.output()}`)
}
