import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as tar from 'tar'
import { damageOf } from '@/db'
import { hashStream, photosWithoutOriginal } from './files'
import {
	DATABASE,
	type FileRecord,
	MANIFEST,
	MANIFEST_BYTES_MAX,
	type Manifest,
	parseManifest,
} from './manifest'

/**
 * Reads the whole backup: compares every file with the manifest's hashes, checks every page and reference of the
 * database, and every photograph's row against the files. Runs without a site.
 *
 * @throws Error with a message for the operator, for the first fault
 */
export async function verifyBackup(file: string): Promise<Manifest> {
	const manifest = await readManifest(file)
	await compareFiles(file, manifest)
	// Beside the archive if writable: the system’s temporary folder may be in memory and too small.
	const folder = await mkdtemp(`${file}.verify-`).catch(() => mkdtemp(join(tmpdir(), 'square-verify-')))
	try {
		await tar.extract({ file, cwd: folder, strict: true }, [DATABASE])
		const problem = databaseProblem(join(folder, DATABASE), manifest)
		if (problem) throw new Error(problem)
	} finally {
		await rm(folder, { recursive: true, force: true })
	}
	return manifest
}

/** @throws Error with a message for the operator if the file is missing, no archive, or without a manifest */
export async function readManifest(file: string): Promise<Manifest> {
	const texts: Promise<string>[] = []
	await eachEntry(file, (entry) => {
		const isManifest = entry.path === MANIFEST && entry.size <= MANIFEST_BYTES_MAX
		if (texts.length === 0) texts.push(isManifest ? entry.concat().then(String) : Promise.resolve(''))
	})
	return parseManifest((await texts[0]) ?? '')
}

async function compareFiles(file: string, { files }: Manifest): Promise<void> {
	const found = new Map<string, Promise<FileRecord>>()
	const unexpected: string[] = []
	await eachEntry(file, (entry) => {
		if (Object.hasOwn(files, entry.path) && entry.type === 'File' && !found.has(entry.path))
			found.set(entry.path, hashStream(entry))
		else if (entry.path !== MANIFEST) unexpected.push(entry.path)
	})
	for (const [path, wanted] of Object.entries(files)) {
		const record = await found.get(path)
		if (!record) throw new Error(`${path} is missing.`)
		if (record.bytes !== wanted.bytes || record.sha256 !== wanted.sha256)
			throw new Error(`${path} differs from its hash in the manifest.`)
	}
	if (unexpected.length > 0) throw new Error(`It holds ${unexpected[0]}, which its manifest does not list.`)
}

/** First fault of the unpacked database, alone or against the files; null if sound. */
function databaseProblem(path: string, { files, lostPhotos, mediaUrl }: Manifest): string | null {
	const [damage] = damageOf(path, 'integrity_check')
	if (damage) return `The database is damaged: ${damage}.`
	if (mediaUrl) return null
	const lost = new Set(lostPhotos)
	const missing = photosWithoutOriginal(path, files).filter((hash) => !lost.has(hash)).length
	return missing > 0 ? `The originals of ${missing} photographs are missing.` : null
}

async function eachEntry(file: string, onReadEntry: (entry: tar.ReadEntry) => void): Promise<void> {
	try {
		await tar.list({ file, strict: true, onReadEntry })
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException
		if (code === 'ENOENT') throw new Error('There is no such file.')
		throw new Error(`It is damaged or no backup: ${message}.`)
	}
}
