import { existsSync, rmSync } from 'node:fs'
import {
	acquireServerLock,
	awaitDatabase,
	checkDatabase,
	countPhotos,
	countReadersAndPeople,
	databaseExists,
	freeBytes,
	isDatabaseFile,
	migrate,
	openDataFolder,
	restrictModes,
	SPACE_BYTES_LOW,
} from '@/db'
import { type LoadDemo, loadDemoOnFirstStart } from '@/demo/first-start'
import { recordOlderDemo } from '@/demo/record'
import { comparePhotoFiles } from '@/domain/photos/recovery'
import { assertSharedSecret, recordSharedSecret } from '@/domain/shared-secret'
import { env } from '@/lib/env'
import { mediaStore } from '@/lib/media/media-store'
import { createSecret, lostSecret } from '@/lib/secret'
import { RESTORE, StartRefusal } from '@/lib/start-refusal'

export type PreparedData = {
	/** Whether the whole database file was checked; otherwise the check runs in the background. */
	checked: boolean
	/** Log lines about problems that do not prevent the start. */
	warnings: string[]
}

type Options = {
	load?: LoadDemo
	/** A further check, which runs after the lock and before the first change. */
	check?: () => Promise<void>
}

/**
 * Locks the data folder for this process, then checks and migrates it. The checks precede the changes, so that a
 * refused start leaves the folder as it was.
 *
 * @throws StartRefusal with the cause and the remedy
 */
export async function prepareData({ check, ...options }: Options = {}): Promise<PreparedData> {
	// Independent of the umask of the shell: database, photographs and secret are readable by the owner only.
	process.umask(0o077)
	openDataFolder()
	acquireServerLock()
	assertSecretUsable()
	await check?.()
	await awaitDatabase()
	await loadDemoOnFirstStart(options)
	const checked = (await databaseExists()) ? await checkDatabase() : true
	await assertSecretKept()
	await assertPhotosKept()
	await migrate()
	await makeSecret()
	await recordOlderDemo()
	restrictModes()
	return { checked, warnings: [...spaceWarnings(), ...(await photoWarnings())] }
}

/** Reads the secret, so that an invalid one is refused at the start. A missing one may be created later. */
function assertSecretUsable(): void {
	const path = env.secretFile
	if (!path || existsSync(path)) void env.secret
}

/** Creates the secret of a new site. Servers that share a database must share it. */
async function makeSecret(): Promise<void> {
	const { secretFile } = env
	const isNew = secretFile !== null && !existsSync(secretFile)
	if (secretFile) createSecret(secretFile)
	if (isDatabaseFile) return
	try {
		await recordSharedSecret()
	} catch (error) {
		// Of two first servers with folders of their own, the later one leaves its folder as it was.
		if (isNew) rmSync(secretFile)
		throw error
	}
}

/** Refuses a missing secret unless the database has no readers and no people, and one that is not the site's. */
async function assertSecretKept(): Promise<void> {
	const path = env.secretFile
	if (!(await databaseExists())) return
	if (!path || existsSync(path)) {
		if (!isDatabaseFile) await assertSharedSecret()
		return
	}
	const { readers, people } = await countReadersAndPeople()
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
	const rows = (await databaseExists()) ? await countPhotos() : 0
	if (rows === 0 || !(await (await mediaStore()).isEmpty())) return
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
