import { existsSync } from 'node:fs'
import { chmod, constants, copyFile, mkdir, readFile, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { env } from '@/lib/env'
import { fsyncPath } from '@/lib/fsync'
import { mediaStore } from '@/lib/media/media-store'
import { Refusal } from '@/lib/refusal'
import { photoFiles } from './backup/files'

/** Photographs between two lines of progress. */
const PROGRESS_FILES = 1_000

/**
 * Copies photographs and secret of this site into another data folder. A repetition after an interruption copies what
 * is missing: files of photographs never change, and have their names once they are whole.
 *
 * @throws Refusal if the folder has another secret
 */
export async function copySiteFiles(folder: string): Promise<void> {
	if (folder === env.dataDir) return console.log('Photographs and secret are in this folder already.')
	// Also for a site without photographs: a start refuses a folder with it and without a database.
	await mkdir(join(folder, 'media'), { recursive: true, mode: 0o700 })
	await copySecret(folder)
	const { isRemote, location } = await mediaStore()
	if (isRemote) return console.log(`Photographs stay in ${location}.`)
	const paths = await photoFiles(env.dataDir)
	for (const [at, path] of paths.entries()) {
		if (at > 0 && at % PROGRESS_FILES === 0) console.log(`  ${at} of ${paths.length} files of photographs`)
		await copyWhole(join(env.dataDir, path), join(folder, path))
	}
	const folders = new Set(paths.map((path) => dirname(join(folder, path))))
	for (const each of [...folders, join(folder, 'media'), folder]) await fsyncPath(each)
	console.log(`Copied ${paths.length} files of photographs.`)
}

async function copyWhole(from: string, to: string): Promise<void> {
	if (existsSync(to) && (await stat(to)).size === (await stat(from)).size) return
	await mkdir(dirname(to), { recursive: true, mode: 0o700 })
	const unfinished = `${to}.new`
	await copyFile(from, unfinished, constants.COPYFILE_FICLONE)
	await chmod(unfinished, 0o600)
	await fsyncPath(unfinished)
	await rename(unfinished, to)
}

async function copySecret(folder: string): Promise<void> {
	const { secretFile } = env
	if (!secretFile || !existsSync(secretFile)) return
	const to = join(folder, 'secret')
	if (!existsSync(to)) return copyWhole(secretFile, to)
	if ((await readFile(to, 'utf8')) !== (await readFile(secretFile, 'utf8')))
		throw new Refusal(
			'conflict',
			`${to} is another secret than that of this site; nothing was overwritten. Move it away, or choose another folder.`,
		)
}
