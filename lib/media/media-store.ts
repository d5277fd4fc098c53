import { env } from '../env'
import { FolderStore } from './folder-store'

export type MediaFile = { name: string; bytes: number }

/** First and last byte, both included. */
export type ByteRange = { start: number; end: number }

/**
 * Store of the files of photographs, which are found by the hash of their original and a name. A file never changes;
 * a store of another machine throws `MediaUnavailable` while it cannot be reached.
 */
export type MediaStore = {
	/** For messages to operators. */
	readonly location: string
	/** Whether the files are on another machine, so that each call is a request. */
	readonly isRemote: boolean
	/** The path of a file on this machine, which may be missing; null in a remote store. */
	localPath(hash: string, name: string): string | null
	/** Whether the store holds nothing at all, as when it was not restored, mounted or copied. */
	isEmpty(): Promise<boolean>
	/** Hashes of the photographs that have a file. */
	hashes(): Promise<string[]>
	/** The files of a photograph; empty if it has none. */
	files(hash: string): Promise<MediaFile[]>
	/** Size of a file in bytes; null if it is missing. */
	size(hash: string, name: string): Promise<number | null>
	/** A file; null if it is missing or larger than `bytesMax`. */
	read(hash: string, name: string, bytesMax: number): Promise<Buffer | null>
	/** A file or a part of it; null if it is missing. */
	stream(hash: string, name: string, range?: ByteRange): Promise<NodeJS.ReadableStream | null>
	/**
	 * Adds the files of a folder on this machine to a photograph, durably. A new photograph is complete or absent; of an
	 * existing one, missing and empty files are added.
	 */
	add(hash: string, folder: string): Promise<void>
	delete(hash: string): Promise<void>
}

/** The site's store of photographs. */
export async function mediaStore(): Promise<MediaStore> {
	return new FolderStore(env.mediaDir)
}
