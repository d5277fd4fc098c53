import type { SchemaVersion } from '@/db'

/** The first file of a backup: metadata, and sizes and hashes of all other files. */
export type Manifest = {
	format: typeof FORMAT
	/** Format version; raised with each change that older releases cannot read. */
	version: number
	/** ISO 8601, UTC, before the copy of the database starts. */
	madeAt: string
	/** Version of the release that wrote the backup. */
	release: string
	schema: SchemaVersion
	/** Environment settings of the site, without secrets; a restore prints them. */
	settings: Record<string, string>
	/** Hashes of photographs whose original was missing from the site. */
	lostPhotos: string[]
	/** Address of the store of the photographs, which the backup then does not hold. */
	mediaUrl?: string
	/** By path, the same in the archive and in the data folder, with `/` as separator. */
	files: Record<string, FileRecord>
}

export type FileRecord = { bytes: number /** Hexadecimal. */; sha256: string }

const FORMAT = 'public-square backup'
export const MANIFEST_VERSION = 2
/** Version of backups that hold the photographs. */
const WITH_PHOTOS_VERSION = 1
export const MANIFEST = 'manifest.json'
export const DATABASE = 'square.db'
export const SECRET = 'secret'
/** Sized for 100,000 photographs of 20 files at about 150 bytes each, with reserve. */
export const MANIFEST_BYTES_MAX = 512 * 1024 * 1024

/** Allowed paths, so that a crafted archive cannot write elsewhere. */
const PATH = /^(square\.db|secret|media\/[0-9a-f]{64}\/[\w.-]{1,80})$/

export const isBackupPath = (path: string): boolean => PATH.test(path) && !path.includes('..')

export const manifestOf = (fields: Omit<Manifest, 'format' | 'version'>): Manifest => ({
	format: FORMAT,
	version: fields.mediaUrl ? MANIFEST_VERSION : WITH_PHOTOS_VERSION,
	...fields,
})

/** @throws Error with a message for the operator, unless the text is a manifest of this format and version */
export function parseManifest(text: string): Manifest {
	const manifest = parsed(text)
	if (manifest?.format !== FORMAT) throw new Error('It is not a backup of Public Square.')
	if (manifest.version > MANIFEST_VERSION)
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
