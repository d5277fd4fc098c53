import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs'
import fs from 'node:fs/promises'
import { dirname } from 'node:path'

/** Brings a file, or the names in a folder, to the disk. A rename survives a power cut only after its folder's. */
export async function fsyncPath(path: string): Promise<void> {
	const file = await fs.open(path, 'r')
	try {
		await file.sync()
	} finally {
		await file.close()
	}
}

export function fsyncPathSync(path: string): void {
	const file = openSync(path, 'r')
	try {
		fsyncSync(file)
	} finally {
		closeSync(file)
	}
}

/** Writes a private file that after a power cut is there completely or not at all. */
export function writeFileDurably(path: string, text: string): void {
	const unfinished = `${path}.new`
	const file = openSync(unfinished, 'w', 0o600)
	try {
		writeFileSync(file, text)
		fsyncSync(file)
	} finally {
		closeSync(file)
	}
	renameSync(unfinished, path)
	fsyncPathSync(dirname(path))
}
