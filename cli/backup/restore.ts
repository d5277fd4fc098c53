import type { Stats } from 'node:fs'
import { chmod, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as tar from 'tar'
import { releaseSchemaVersion } from '@/db'
import { fsyncPath } from '@/lib/fsync'
import { Refusal } from '@/lib/refusal'
import { hashFile } from './files'
import { DATABASE, type Manifest } from './manifest'
import { verifyBackup } from './verify'

/** Subfolder for unpacking and verification, before the files are moved into place. */
const PARTIAL = 'restore-partial'
/** Entries of a data folder that counts as empty. */
const IGNORED = new Set([PARTIAL, 'lost+found', 'server.lock'])

/**
 * Unpacks a verified backup into an empty data folder. The database is moved in last, so that the server refuses a
 * folder of an interrupted restore.
 *
 * @throws Refusal if the folder is not empty, or the backup's schema is newer than this release's
 * @throws Error with a message for the operator if the backup is damaged
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
	await verifyAndSync(partial, manifest)
	const names = (await readdir(partial)).filter((name) => name !== DATABASE)
	for (const name of [...names, DATABASE]) {
		await rename(join(partial, name), join(dataDir, name))
		await fsyncPath(dataDir)
	}
	await rm(partial, { recursive: true })
	return manifest
}

/** Skips links, which could point out of the folder; a backup contains none. */
const isFile = (_path: string, entry: Stats | tar.ReadEntry): boolean =>
	'type' in entry && entry.type === 'File'

/** Verifies the hash of each unpacked file, sets modes 0600 and 0700, and fsyncs files and folders. */
async function verifyAndSync(folder: string, { files }: Manifest): Promise<void> {
	const folders = new Set([folder])
	for (const [path, wanted] of Object.entries(files)) {
		const unpacked = join(folder, path)
		const { sha256 } = await hashFile(unpacked)
		if (sha256 !== wanted.sha256) throw new Error(`${path} differs from the backup after unpacking.`)
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
