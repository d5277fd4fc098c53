import { createReadStream, readdirSync, statSync } from 'node:fs'
import fs from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fsyncPath } from '../fsync'
import { unreadableFile } from '../start-refusal'
import type { ByteRange, MediaFile, MediaStore } from './media-store'

const PHOTO_FOLDER = /^[0-9a-f]{64}$/

/** Photographs in a folder of this machine, with a subfolder for each. */
export class FolderStore implements MediaStore {
	readonly isRemote = false

	constructor(readonly location: string) {}

	localPath(hash: string, name: string): string {
		return join(this.location, hash, name)
	}

	async isEmpty(): Promise<boolean> {
		return (await entriesOf(this.location)).length === 0
	}

	async hashes(): Promise<string[]> {
		return (await entriesOf(this.location)).filter((name) => PHOTO_FOLDER.test(name))
	}

	/** Reads synchronously: some twenty calls take less time than one asynchronous call. */
	async files(hash: string): Promise<MediaFile[]> {
		const folder = join(this.location, hash)
		try {
			return readdirSync(folder).map((name) => ({ name, bytes: sizeOf(join(folder, name)) }))
		} catch {
			return []
		}
	}

	async size(hash: string, name: string): Promise<number | null> {
		const file = await fs.stat(this.localPath(hash, name)).catch(() => null)
		return file?.isFile() ? file.size : null
	}

	async read(hash: string, name: string, bytesMax: number): Promise<Buffer | null> {
		const bytes = await this.size(hash, name)
		return bytes === null || bytes > bytesMax ? null : fs.readFile(this.localPath(hash, name))
	}

	async stream(hash: string, name: string, range?: ByteRange): Promise<NodeJS.ReadableStream | null> {
		const found = (await this.size(hash, name)) !== null
		return found ? createReadStream(this.localPath(hash, name), range) : null
	}

	/**
	 * Renames the folder into place, which is on the same file system. All files are fsynced before this resolves, so
	 * that a row may refer to them.
	 */
	async add(hash: string, folder: string): Promise<void> {
		for (const file of await fs.readdir(folder)) await fsyncPath(join(folder, file))
		await fsyncPath(folder)
		const to = join(this.location, hash)
		await fs.rename(folder, to).catch((error) => addMissing(folder, to, error))
		await fsyncPath(this.location)
	}

	async delete(hash: string): Promise<void> {
		await fs.rm(join(this.location, hash), { recursive: true, force: true })
	}
}

/** Makes a folder that only its owner can read, durably. */
export async function makePrivateFolder(folder: string): Promise<void> {
	if (await fs.mkdir(folder, { recursive: true, mode: 0o700 })) await fsyncPath(dirname(folder))
}

/** Names in a folder; empty if it is missing. @throws StartRefusal if it cannot be listed */
export async function entriesOf(folder: string): Promise<string[]> {
	return fs.readdir(folder).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return []
		throw unreadableFile(folder, error)
	})
}

/** Adds missing and empty files to an existing folder; other files are immutable. */
async function addMissing(from: string, to: string, error: NodeJS.ErrnoException): Promise<void> {
	if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
	for (const name of await fs.readdir(from))
		if (sizeOf(join(to, name)) === 0) await fs.rename(join(from, name), join(to, name))
	await fsyncPath(to)
}

/** Bytes of a file; 0 if missing. */
const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0
