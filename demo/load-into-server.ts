import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { copyToPostgres, countReadersAndPeople, databaseExists, exclusively, migrate } from '@/db'
import { copyPhotos } from '@/domain/photos/store'
import { isSecretRecorded } from '@/domain/shared-secret'
import { env } from '@/lib/env'
import { createSecret } from '@/lib/secret'
import { StartRefusal } from '@/lib/start-refusal'
import { isEmpty } from './load'

type Options = {
	demo: boolean
	/** Loads the edition into a folder with a database file, unless an earlier start has; returns the folder. */
	loadFolder: () => Promise<string>
}

/**
 * Loads the demo edition into a new database of a server: its photographs first, then all rows in one transaction.
 * Another first start at the same time waits, and finds it loaded.
 *
 * @throws StartRefusal for a new database beside the file of an earlier one
 */
export async function loadDemoIntoServer({ demo, loadFolder }: Options): Promise<void> {
	const isNew = await isNewSite()
	if (isNew) assertNoDatabaseFile()
	if (isNew ? !demo : leftovers().length === 0) return
	await exclusively(async () => {
		if (await isNewSite()) {
			const folder = await loadFolder()
			await copyPhotos(join(folder, 'media'))
			await migrate()
			// Before the rows: a start refuses readers without the secret of the site.
			if (env.secretFile) createSecret(env.secretFile)
			await copyToPostgres(join(folder, 'square.db'), env.databaseUrl)
		}
		for (const path of leftovers()) rmSync(path, { recursive: true, force: true })
	})
}

/** Folders of first starts, of which the last steps may not have run. */
const leftovers = (): string[] =>
	readdirSync(env.dataDir)
		.filter((name) => name.startsWith('first-edition'))
		.map((name) => join(env.dataDir, name))

/** Whether no server has used the database: a start that ended early leaves empty tables. */
async function isNewSite(): Promise<boolean> {
	if (!(await databaseExists())) return true
	if (await isSecretRecorded()) return false
	const { readers, people } = await countReadersAndPeople()
	return readers + people === 0 && (await isEmpty())
}

function assertNoDatabaseFile(): void {
	if (!existsSync(env.databaseFile)) return
	throw new StartRefusal(
		`The database of DATABASE_URL is empty, but this site has one in ${env.databaseFile}.`,
		'Nothing was changed. To take its content along: npm run square -- move. To go on with it, unset DATABASE_URL. For a new site choose an empty folder: DATA_DIR=… npm start',
	)
}
