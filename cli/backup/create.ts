import { existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, rename, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import * as tar from 'tar'
import { copyDatabase, schemaVersionOf } from '@/db'
import { env } from '@/lib/env'
import { fsyncPath } from '@/lib/fsync'
import { Refusal } from '@/lib/refusal'
import { hashFile, photoFiles, photosWithoutOriginal } from './files'
import { DATABASE, type FileRecord, MANIFEST, type Manifest, manifestOf, SECRET } from './manifest'
import { verifyBackup } from './verify'

type Source = { dataDir: string; release: string; onProgress?: (text: string) => void }

/**
 * Writes database, photographs, secret and a manifest of hashes to one new tar file while the site runs, reads it
 * back, and resolves after its fsync. The backup includes every write acknowledged before the call.
 *
 * @throws Refusal if the file exists, the data folder holds no database, or free space is too small
 */
export async function createBackup(
	target: string,
	{ dataDir, release, onProgress = () => {} }: Source,
): Promise<Manifest> {
	const file = resolve(target)
	if (existsSync(file)) throw new Refusal('conflict', `${file} already exists; nothing was overwritten.`)
	if (!existsSync(join(dataDir, DATABASE)))
		throw new Refusal(
			'not-found',
			`There is no database in ${dataDir}. Set DATA_DIR to the data folder of the site.`,
		)
	await requireSpace(file, dataDir)
	// Beside the target, so that the final rename stays on one file system and the data folder is not written.
	const [stage, partial] = [`${file}.stage`, `${file}.partial`]
	await rm(stage, { recursive: true, force: true })
	await mkdir(stage, { mode: 0o700 })
	try {
		const manifest = await fillStage(stage, { dataDir, release, onProgress })
		await writeArchive(partial, stage, dataDir, manifest)
		onProgress('Reading the backup back …')
		await verifyBackup(partial)
		await fsyncPath(partial)
		await rename(partial, file)
		await fsyncPath(dirname(file))
		return manifest
	} finally {
		await rm(stage, { recursive: true, force: true })
		await rm(partial, { force: true })
	}
}

/** Copies the database before the photographs: files are written before rows, so each copied row has its files. */
async function fillStage(
	stage: string,
	{ dataDir, release, onProgress }: Required<Source>,
): Promise<Manifest> {
	const madeAt = new Date().toISOString()
	onProgress('Copying the database …')
	const database = join(stage, DATABASE)
	await copyDatabase(join(dataDir, DATABASE), database)
	await stageSecret(dataDir, stage)
	const files: Record<string, FileRecord> = { [DATABASE]: await hashFile(database) }
	if (existsSync(join(stage, SECRET))) files[SECRET] = await hashFile(join(stage, SECRET))
	if (!env.mediaBucket) onProgress('Hashing the photographs …')
	for (const path of await photosToCopy(dataDir)) files[path] = await hashFile(join(dataDir, path))
	const schema = schemaVersionOf(database)
	const lostPhotos = env.mediaBucket ? [] : photosWithoutOriginal(database, files)
	const fields = { madeAt, release, schema, settings: env.publicSettings, lostPhotos, files }
	const manifest = manifestOf({ ...fields, ...(env.mediaUrl && { mediaUrl: env.mediaUrl }) })
	await writeFile(join(stage, MANIFEST), JSON.stringify(manifest), { mode: 0o600 })
	return manifest
}

/** Those of a remote store are copied by `media copy`. */
const photosToCopy = async (dataDir: string): Promise<string[]> =>
	env.mediaBucket ? [] : photoFiles(dataDir)

async function stageSecret(dataDir: string, stage: string): Promise<void> {
	const path = join(stage, SECRET)
	if (env.secretFromEnvironment) await writeFile(path, env.secretFromEnvironment, { mode: 0o600 })
	else if (existsSync(join(dataDir, SECRET))) await copyFile(join(dataDir, SECRET), path)
}

async function writeArchive(
	file: string,
	stage: string,
	dataDir: string,
	{ files }: Manifest,
): Promise<void> {
	const staged = [MANIFEST, DATABASE, SECRET].filter((name) => name === MANIFEST || name in files)
	await writeFile(file, '', { mode: 0o600 })
	await chmod(file, 0o600)
	const options = { file, portable: true, strict: true }
	await tar.create({ ...options, cwd: stage }, staged)
	const photos = Object.keys(files).filter((path) => path.startsWith('media/'))
	if (photos.length > 0) await tar.replace({ ...options, cwd: dataDir }, photos)
}

/** Needed bytes: the database three times (copy, archive, verification) and the photographs once. */
async function requireSpace(file: string, dataDir: string): Promise<void> {
	const folder = dirname(file)
	if (!existsSync(folder)) throw new Refusal('not-found', `The folder ${folder} does not exist.`)
	let needed = 3 * (await stat(join(dataDir, DATABASE))).size
	for (const path of await photosToCopy(dataDir)) needed += (await stat(join(dataDir, path))).size
	const { bavail, bsize } = await statfs(folder)
	if (bavail * bsize < needed)
		throw new Refusal(
			'conflict',
			`${folder} has ${megabytes(bavail * bsize)} MB free, and the backup needs ${megabytes(needed)} MB.`,
		)
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024)
