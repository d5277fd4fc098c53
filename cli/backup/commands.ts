import { mkdir } from 'node:fs/promises'
import { setPriority } from 'node:os'
import { acquireServerLock, requireDatabaseFile } from '@/db'
import { env } from '@/lib/env'
import { isRefusal, Refusal } from '@/lib/refusal'
import packageFile from '@/package.json' with { type: 'json' }
import { createBackup } from './create'
import type { Manifest } from './manifest'
import { restoreBackup } from './restore'
import { verifyBackup } from './verify'

/** CPU priority of a backup (nice), below that of the server. */
const NICENESS = 15

export async function backup(args: string[]): Promise<void> {
	const file = fileIn(args)
	setPriority(NICENESS)
	const { dataDir } = env
	const manifest = await createBackup(file, {
		dataDir,
		release: packageFile.version,
		onProgress: console.log,
	})
	console.log(`${file} holds ${contentsOf(manifest)}. The file was read back and verified.`)
	if (manifest.lostPhotos.length > 0)
		console.log(
			`${manifest.lostPhotos.length} photographs have no original in ${dataDir}, so the backup omits them; \`npm run square -- doctor\` lists them.`,
		)
}

export async function verify(args: string[]): Promise<void> {
	const file = fileIn(args)
	const manifest = await verifyBackup(file).catch(refuseFile(file))
	console.log(`${file} is intact: ${contentsOf(manifest)}.`)
}

export async function restore(args: string[]): Promise<void> {
	const file = fileIn(args)
	await mkdir(env.dataDir, { recursive: true, mode: 0o700 })
	// Released when the process exits.
	acquireServerLock()
	const manifest = await restoreBackup(file, env.dataDir).catch(refuseFile(file))
	console.log(`${env.dataDir} holds ${contentsOf(manifest)}. \`npm start\` opens it.`)
	const settings = Object.entries(manifest.settings).map(([name, value]) => `  ${name}=${value}`)
	if (settings.length > 0)
		console.log(`The site ran with these settings, which are not restored:\n${settings.join('\n')}`)
}

const refuseFile =
	(file: string) =>
	(error: Error): never => {
		if (isRefusal(error)) throw error
		throw new Refusal('invalid', `${file} cannot be restored. ${error.message}`)
	}

function contentsOf({ madeAt, files }: Manifest): string {
	const photos = new Set(Object.keys(files).map((path) => path.split('/')[1])).size - 1
	const bytes = Object.values(files).reduce((sum, file) => sum + file.bytes, 0)
	return `the site of ${madeAt}: database, ${photos} photographs, ${Math.ceil(bytes / 1024 / 1024)} MB`
}

/** The file that a command names. @throws StartRefusal for a database that is no file */
function fileIn(args: string[]): string {
	requireDatabaseFile()
	const [file, ...more] = args
	if (!file || file.startsWith('-') || more.length > 0)
		throw new Refusal('invalid', 'Please name one file, such as /backup/square-2026-11-26.tar.')
	return file
}
