import type { Stats } from 'node:fs'
import { chmod, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as tar from 'tar'
import { releaseSchemaVersion } from '@/db/sqlite/database-file'
import { fsyncPath } from '@/lib/fsync'
import { Refusal } from '@/lib/refusal'
import { hashFile } from './files'
import { DATABASE, type Manifest } from './manifest'
import { verifyBackup } from './verify'

/** Where the files are unpacked and checked before they are moved into place. */
const PARTIAL = 'restore-partial'
/** What a new file system holds by itself, and the lock that a restore takes. */
const IGNORED = new Set([PARTIAL, 'lost+found', 'server.lock'])

/**
 * Unpacks a verified backup into an empty data folder; the database is moved in last, so that a restore cut
 * short leaves a folder that no start takes for a site.
 *
 * @throws Refusal where the folder is not empty or the backup's schema is newer than this release's
 * @throws Error in words where the backup is damaged
 */
export async function restoreBackup(file: string, dataDir: string): Promise<Manifest> {
	await requireEmpty(dataDir)
	const manifest = await verifyBackup(file)
	if (manifest.schema > releaseSchemaVersion())
		throw new Refusal(
			'conflict',
			`Release ${manifest.release} made this backup, and its database is newer than this release. Update first.`,
		)
	const partial = join(dataDir, PARTIAL)
	await mkdir(dataDir, { recursive: true })
	await chmod(dataDir, 0o700)
	await rm(partial, { recursive: true, force: true })
	await mkdir(partial, { mode: 0o700 })
	await tar.extract({ file, cwd: partial, strict: true, filter: isFile }, Object.keys(manifest.files))
	await settle(partial, manifest)
	const names = (await readdir(partial)).filter((name) => name !== DATABASE)
	for (const name of [...names, DATABASE]) {
		await rename(join(partial, name), join(dataDir, name))
		await fsyncPath(dataDir)
	}
	await rm(partial, { recursive: true })
	return manifest
}

/** Links in an archive point out of the folder; a backup holds none. */
const isFile = (_path: string, entry: Stats | tar.ReadEntry): boolean =>
	'type' in entry && entry.type === 'File'

/** Checks each unpacked file once more, and brings files and folders to disk, readable by their owner only. */
async function settle(folder: string, { files }: Manifest): Promise<void> {
	const folders = new Set([folder])
	for (const [path, wanted] of Object.entries(files)) {
		const unpacked = join(folder, path)
		const { sha256 } = await hashFile(unpacked)
		if (sha256 !== wanted.sha256) throw new Error(`${path} was not written as it was backed up.`)
		await chmod(unpacked, 0o600)
		await fsyncPath(unpacked)
		for (let parent = dirname(unpacked); parent !== folder; parent = dirname(parent)) folders.add(parent)
	}
	for (const each of folders) {
		await chmod(each, 0o700)
		await fsyncPath(each)
	}
}

async function requireEmpty(dataDir: string): Promise<void> {
	const names = await readdir(dataDir).catch(() => [])
	const [found] = names.filter((name) => !IGNORED.has(name))
	if (found !== undefined)
		throw new Refusal(
			'conflict',
			`${dataDir} is not empty (it holds “${found}”); nothing was overwritten. Move it away, or choose another DATA_DIR.`,
		)
}
