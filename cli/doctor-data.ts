import { accessSync, constants, existsSync } from 'node:fs'
import { count, max } from 'drizzle-orm'
import {
	assertNewDataFolder,
	assertOpenable,
	damageOf,
	databaseExists,
	describeServer,
	freeBytes,
	isDatabaseFile,
	isSearchIndexDamaged,
	isServerRunning,
	logBytes,
	pendingMigrations,
	readableByOthers,
	readDb,
	SPACE_BYTES_LOW,
	tryWriteLock,
} from '@/db'
import { articles, auditEvents, comments, revisions } from '@/db/schema'
import { hasOwner } from '@/domain/people'
import { comparePhotoFiles } from '@/domain/photos/recovery'
import { findSearchGaps } from '@/domain/search/repair'
import { assertSharedSecret } from '@/domain/shared-secret'
import { env } from '@/lib/env'
import { RESTORE } from '@/lib/start-refusal'
import type { Check, Finding } from './doctor'

/** Timeout for the write lock; commits of a running server take milliseconds. */
const WRITE_LOCK_WAIT_MS = 2_000
/** Fault threshold of the WAL, above its size with regular checkpoints. */
const LOG_BYTES_MAX = 64 * 1024 * 1024
/** Tolerated lead of the newest entry: a clock set by hand may be off by minutes, not by a day. */
const CLOCK_AHEAD_MS_MAX = 86_400_000
/** Maximum number of ids listed beside the count. */
const IDS_SHOWN = 10

/** Read-only checks. Content checks run only on a sound database, since opening may replay a foreign WAL. */
export const DATA_CHECKS: Record<string, Check> = {
	'Data folder': dataFolder,
	'Free space': freeSpace,
	Access: access,
	Server: server,
	Secret: secret,
	Database: database,
	'Write lock': onSound(writeLock),
	...(isDatabaseFile ? { Log: onSound(log) } : {}),
	Photographs: onSound(photographs),
	Search: onSound(search),
	Clock: onSound(clock),
	'First owner': onSound(firstOwner),
}

let usable = false

function onSound(check: Check): Check {
	return () => (usable ? check() : fine('skipped because of the fault above'))
}

const fine = (text: string): Finding => ({ ok: true, text })
const fault = (text: string): Finding => ({ ok: false, text })

function dataFolder(): Finding {
	if (!existsSync(env.dataDir)) return fault(`${env.dataDir} does not exist yet; \`npm start\` creates it`)
	accessSync(env.dataDir, constants.W_OK)
	return fine(env.dataDir)
}

function freeSpace(): Finding {
	const free = freeBytes()
	const text = `${Math.floor(free / 1e6)} MB are free`
	return free < SPACE_BYTES_LOW
		? fault(`${text}; free some, or move the data folder to a larger disk`)
		: fine(text)
}

function access(): Finding {
	const open = readableByOthers()
	return open.length > 0
		? fault(`other users can open ${open.join(', ')}; the next start corrects the modes, or: chmod go= FILE`)
		: fine('only the owner can open the data')
}

async function server(): Promise<Finding> {
	const what = isDatabaseFile ? 'this data folder' : 'this database'
	return fine(`${(await isServerRunning()) ? 'one runs' : 'none runs'} on ${what}`)
}

async function secret(): Promise<Finding> {
	if (env.secretFile && !existsSync(env.secretFile) && !(await databaseExists()))
		return fine('the first start creates it')
	// The getter throws for a missing or invalid secret.
	void env.secret
	if (!isDatabaseFile && (await databaseExists())) await assertSharedSecret()
	return fine(env.secretFile ? 'in the data folder' : 'given by SQUARE_SECRET')
}

async function database(): Promise<Finding> {
	usable = false
	if (!(await databaseExists())) {
		if (isDatabaseFile) assertNewDataFolder()
		return fault('there is none yet; `npm start` creates it')
	}
	await assertOpenable()
	const pending = await pendingMigrations()
	if (pending > 0 && !isDatabaseFile) return missing(pending)
	const damage = await damageOf()
	if (damage.length > 0)
		return fault(
			isDatabaseFile
				? `${env.databaseFile} is damaged: ${damage.join('; ')}. ${RESTORE}`
				: `the database differs from this release: ${damage.join('; ')}. Restore a dump of it`,
		)
	if (pending > 0) return missing(pending)
	usable = true
	const [stories] = await readDb().select({ number: count() }).from(articles)
	return fine(['sound', await describeServer(), `${stories?.number} stories`].filter(Boolean).join(', '))
}

const missing = (migrations: number): Finding =>
	fault(`${migrations} migrations of this release are missing; \`npm start\` applies them`)

/** Takes and releases the write lock; fails while another program holds it. */
async function writeLock(): Promise<Finding> {
	try {
		await tryWriteLock(WRITE_LOCK_WAIT_MS)
		return fine('free')
	} catch (error) {
		return fault(
			`writes fail (${(error as Error).message}). If another program has the database open, such as a SQL shell, close it`,
		)
	}
}

function log(): Finding {
	const size = logBytes()
	const text = `${Math.ceil(size / 1e6)} MB are not yet copied into the database`
	return size > LOG_BYTES_MAX
		? fault(
				`${text}: another program holds a read transaction, or the disk is full. The next start copies them`,
			)
		: fine(text)
}

async function photographs(): Promise<Finding> {
	const { rows, incomplete, withoutRow, leftovers } = await comparePhotoFiles({ everyFile: true })
	const faults = [
		incomplete.length > 0 &&
			`${incomplete.length} of ${rows} lack files (${incomplete
				.slice(0, IDS_SHOWN)
				.map((id) => `/desk/photographs/${id}`)
				.join(', ')}); add the same file again, or bring back media/ of a backup`,
		leftovers.length > 0 &&
			`${leftovers.length} unfinished uploads (media/incoming-…); the next start completes or deletes them`,
		withoutRow.length > 0 &&
			`${withoutRow.length} folders without a photograph in the database (${withoutRow.slice(0, IDS_SHOWN).join(', ')}), as when the database is older than media/; adding the file again takes them up, and they may be removed`,
	].filter((text) => text !== false)
	return faults.length > 0 ? fault(faults.join('. ')) : fine(`${rows}, with all their files`)
}

async function search(): Promise<Finding> {
	if (isSearchIndexDamaged())
		return fault('the index is damaged; the next start makes it anew, or: npm run square -- search rebuild')
	const { missing, superfluous } = await findSearchGaps()
	if (missing.length + superfluous.length === 0) return fine('every story is in the index')
	return fault(
		`the index misses ${missing.length} stories and holds ${superfluous.length} texts too many; the next start mends it, or: npm run square -- search rebuild`,
	)
}

async function clock(): Promise<Finding> {
	const newest = await Promise.all([
		readDb()
			.select({ at: max(revisions.savedAt) })
			.from(revisions),
		readDb()
			.select({ at: max(comments.createdAt) })
			.from(comments),
		readDb()
			.select({ at: max(auditEvents.at) })
			.from(auditEvents),
	])
	const latest = Math.max(...newest.map(([row]) => row?.at?.getTime() ?? 0))
	if (latest <= Date.now() + CLOCK_AHEAD_MS_MAX) return fine('not behind the newest entry')
	return fault(
		`the newest entry is of ${new Date(latest).toISOString()}, the clock says ${new Date().toISOString()}; one of them is wrong (timedatectl shows the clock)`,
	)
}

async function firstOwner(): Promise<Finding> {
	return (await hasOwner())
		? fine('there')
		: fault('missing; `npm start` prints a one-time link that makes it')
}
