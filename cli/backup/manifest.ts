import type { SchemaVersion } from '@/db/sqlite/schema-version'

/** The first file of a backup: everything else in it, with sizes and hashes. */
export type Manifest = {
	format: typeof FORMAT
	/** Raised when an older release could not read the archive any more. */
	version: number
	/** ISO 8601, UTC: the database is the one of this moment. */
	madeAt: string
	/** Version of the release that wrote it. */
	release: string
	schema: SchemaVersion
	/** Settings from the environment of the site, without secrets: they are not restored, only shown. */
	settings: Record<string, string>
	/** Hashes of photographs whose original was lost before: the backup cannot hold it. */
	lostPhotos: string[]
	/** By path in the archive and in the data folder, with `/` between the parts. */
	files: Record<string, FileRecord>
}

export type FileRecord = { bytes: number /** In hexadecimal digits. */; sha256: string }

const FORMAT = 'public-square backup'
export const MANIFEST_VERSION = 1
export const MANIFEST = 'manifest.json'
export const DATABASE = 'square.db'
export const SECRET = 'secret'
/** A hundred thousand photographs with twenty files each, at some 150 bytes a line. */
export const MANIFEST_BYTES_MAX = 512 * 1024 * 1024

/** The only paths that a backup holds, so that an archive from elsewhere cannot place files. */
const PATH = /^(square\.db|secret|media\/[0-9a-f]{64}\/[\w.-]{1,80})$/

export const isBackupPath = (path: string): boolean => PATH.test(path) && !path.includes('..')

export const manifestOf = (fields: Omit<Manifest, 'format' | 'version'>): Manifest => ({
	format: FORMAT,
	version: MANIFEST_VERSION,
	...fields,
})

/** @throws Error in words, for a text that is no manifest of this format and version */
export function parseManifest(text: string): Manifest {
	const manifest = parsed(text)
	if (manifest?.format !== FORMAT) throw new Error('It is not a backup of Public Square.')
	if (manifest.version !== MANIFEST_VERSION)
		throw new Error('A newer release of Public Square made it; this release cannot read it.')
	const odd = Object.keys(manifest.files).find((path) => !isBackupPath(path))
	if (odd !== undefined) throw new Error(`Its list of files names “${odd}”, which no backup holds.`)
	if (!(DATABASE in manifest.files)) throw new Error('Its list of files names no database.')
	return manifest
}

function parsed(text: string): Manifest | null {
	try {
		return JSON.parse(text)
	} catch {
		return null
	}
}
