import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs'
import fs from 'node:fs/promises'
import { dirname } from 'node:path'

/** Runs fsync on a file or folder. A rename is durable only after fsync of its folder. */
export async function fsyncPath(path: string): Promise<void> {
	const file = await fs.open(path, 'r')
	try {
		await file.sync()
	} finally {
		await file.close()
	}
}

/** Synchronous variant of `fsyncPath`. */
export function fsyncPathSync(path: string): void {
	const file = openSync(path, 'r')
	try {
		fsyncSync(file)
	} finally {
		closeSync(file)
	}
}

/** Writes a file of mode 0600 atomically and durably: temporary file, fsync, rename, fsync of the folder. */
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
