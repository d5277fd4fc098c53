import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { env } from '@/lib/env'
import { freePort } from './free-port'
import { type ServerProcess, startServer } from './server-process'

export type EmptySite = ServerProcess & { remove: () => Promise<void> }

/** Starts a server without the demo edition on a data folder of its own, for journeys that begin with the owner's link. */
export async function startEmptySite(): Promise<EmptySite> {
	const folder = mkdtempSync(join(tmpdir(), 'square-empty-'))
	const port = await freePort()
	const site = await startServer({
		port,
		dataDir: folder,
		settings: { SQUARE_LIMITS: '0', ...(await ownDatabase(port)) },
	})
	return {
		...site,
		remove: async () => {
			await site.close()
			rmSync(folder, { recursive: true })
		},
	}
}

/** A new database on the server of the journeys; none with SQLite, which has its database in the folder. */
async function ownDatabase(port: number): Promise<Record<string, string>> {
	if (!env.databaseUrl) return {}
	const { default: pg } = await import('pg')
	const server = new pg.Client({ connectionString: env.databaseUrl })
	await server.connect()
	await server.query(`create database empty_${port}`).finally(() => server.end())
	const url = new URL(env.databaseUrl)
	url.pathname = `/empty_${port}`
	return { DATABASE_URL: url.href }
}

/** Opens the owner's link and makes the owner's account. */
export async function openAsOwner(page: Page, site: EmptySite): Promise<void> {
	await expect.poll(site.output).toContain('/welcome?token=')
	await page.goto(/http\S+\/welcome\?token=\S+/.exec(site.output())?.[0] ?? '')
	await page.getByLabel('Name').fill('Ada Quist')
	await page.getByLabel('E-mail').fill('ada@example.org')
	await page.getByLabel('Password').fill('a good long password')
	await page.getByRole('button', { name: 'Make my account' }).click()
}
