import { existsSync } from 'node:fs'
import { freeBytes, openDataFolder, restrictModes, SPACE_BYTES_LOW } from '@/db/data-folder'
import { migrate } from '@/db/migrate'
import { assertSupported } from '@/db/sqlite/connection'
import { checkDatabaseFile, countPhotos, countReadersAndPeople } from '@/db/sqlite/database-file'
import { acquireServerLock } from '@/db/sqlite/server-lock'
import { type LoadDemo, loadDemoOnFirstStart } from '@/demo/first-start'
import { comparePhotoFiles, mediaEntries } from '@/domain/photos/recovery'
import { env } from '@/lib/env'
import { createSecret, lostSecret } from '@/lib/secret'
import { RESTORE, StartRefusal } from '@/lib/start-refusal'

export type PreparedData = {
	/** Whether the whole database was read; if not, it has to be while the server runs. */
	checked: boolean
	/** What an administrator should see to, though it keeps nothing from running. */
	warnings: string[]
}

/**
 * Takes the data folder for this process and makes sure that it can be served from: everything that could
 * change it comes after everything that could refuse it.
 *
 * @throws StartRefusal with what was found and what to do
 */
export async function prepareData(options: { load?: LoadDemo } = {}): Promise<PreparedData> {
	// Whatever the shell that started this allows: database, photographs and secret are the owner's alone.
	process.umask(0o077)
	assertSupported()
	openDataFolder()
	acquireServerLock()
	assertSecretUsable()
	await loadDemoOnFirstStart(options)
	const checked = existsSync(env.databaseFile) ? checkDatabaseFile() : true
	assertSecretKept()
	await assertPhotosKept()
	migrate()
	const secretFile = env.secretFile
	if (secretFile) createSecret(secretFile)
	restrictModes()
	return { checked, warnings: [...spaceWarnings(), ...(await photoWarnings())] }
}

/** Reads the secret, so that an unusable one is refused now and not at the first vote. A missing one may yet be made. */
function assertSecretUsable(): void {
	const path = env.secretFile
	if (!path || existsSync(path)) void env.secret
}

/** A secret is made only for a database that has not been in use. */
function assertSecretKept(): void {
	const path = env.secretFile
	if (!path || existsSync(path) || !existsSync(env.databaseFile)) return
	const { readers, people } = countReadersAndPeople()
	if (readers + people === 0) return
	throw lostSecret(
		path,
		`${readers} ${readers === 1 ? 'reader' : 'readers'} and ${people} ${people === 1 ? 'person' : 'people'}`,
	)
}

function spaceWarnings(): string[] {
	const free = freeBytes()
	if (free >= SPACE_BYTES_LOW) return []
	return [`Only ${Math.floor(free / 1e6)} MB are free on the disk of ${env.dataDir}.`]
}

async function assertPhotosKept(): Promise<void> {
	const rows = existsSync(env.databaseFile) ? countPhotos() : 0
	if (rows === 0 || (await mediaEntries()).length > 0) return
	throw new StartRefusal(
		`The database has ${rows} photographs, but ${env.mediaDir} is empty or missing.`,
		`Nothing was changed. Bring the folder back, mount its disk, or: ${RESTORE} If the photographs are lost for good, put any file into ${env.mediaDir} and start again.`,
	)
}

async function photoWarnings(): Promise<string[]> {
	const { rows, incomplete } = await comparePhotoFiles({ everyFile: false })
	if (incomplete.length === 0) return []
	return [
		`${incomplete.length} of ${rows} photographs lack files. Adding the same file again makes them; npm run square -- doctor lists them.`,
	]
}
