import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { BUCKET_URL_EXPECTED, isBucketUrl } from '@/lib/check-settings'
import { env } from '@/lib/env'
import { inParallel } from '@/lib/in-parallel'
import { FolderStore, makePrivateFolder } from '@/lib/media/folder-store'
import { newIncomingName } from '@/lib/media/incoming'
import { S3Store } from '@/lib/media/s3-store'
import { isRefusal, Refusal } from '@/lib/refusal'
import { isS3Error } from '@/lib/s3/errors'
import { hashFile } from '@/lib/s3/hash-file'

/** Photographs that are copied at a time. */
const CONCURRENT_PHOTOS = 4
const PROGRESS_EVERY = 500

type Copied = { copied: number; present: number; failed: string[] }
/** Copies what is missing of a photograph. @returns the number of files @throws an error with the reason */
type CopyPhoto = (hash: string) => Promise<number>

/** Copies the photographs to an S3-compatible store or from it. */
export async function copyMedia(args: string[]): Promise<void> {
	const { to, from } = parseArgs({
		args,
		options: { to: { type: 'string' }, from: { type: 'string' } },
	}).values
	const url = to ?? from ?? ''
	if ((to === undefined) === (from === undefined) || !isBucketUrl(url))
		throw new Refusal('invalid', `Please give --to or --from with ${BUCKET_URL_EXPECTED}.`)
	const folder = new FolderStore(env.mediaDir)
	const bucket = new S3Store(env.bucketAt(url))
	const [source, copy] = to
		? [folder, (hash: string) => upload(folder, bucket, hash)]
		: [bucket, (hash: string) => download(bucket, folder, hash)]
	const { copied, present, failed } = await copyAll(await source.hashes(), copy)
	for (const line of failed) console.error(line)
	const [here, there] = to ? [folder.location, bucket.location] : [bucket.location, folder.location]
	console.log(`${copied} photographs were copied from ${here} to ${there}, ${present} were there already.`)
	if (failed.length > 0) {
		console.error(`${failed.length} photographs were not copied; repeat the command.`)
		process.exitCode = 1
	}
}

async function copyAll(hashes: string[], copy: CopyPhoto): Promise<Copied> {
	const result: Copied = { copied: 0, present: 0, failed: [] }
	let done = 0
	await inParallel(hashes, CONCURRENT_PHOTOS, async (hash) => {
		try {
			if ((await copy(hash)) > 0) result.copied += 1
			else result.present += 1
		} catch (error) {
			if (!isRefusal(error) && !isS3Error(error) && !(error instanceof DamagedError)) throw error
			result.failed.push(`${hash}: ${error.message}`)
		}
		done += 1
		if (done % PROGRESS_EVERY === 0) console.log(`${done} of ${hashes.length} photographs …`)
	})
	return result
}

/** Sends missing files; the store compares their hashes, and a damaged original is not sent. */
async function upload(folder: FolderStore, bucket: S3Store, hash: string): Promise<number> {
	const files = await folder.files(hash)
	const there = new Set((await bucket.files(hash)).filter(({ bytes }) => bytes > 0).map(({ name }) => name))
	const missing = files.filter(({ name }) => !there.has(name))
	if (missing.length === 0) return 0
	const original = missing.find(({ name }) => name.startsWith('original.'))
	if (original) assertHash(await hashFile(folder.localPath(hash, original.name)), hash)
	await bucket.add(hash, join(folder.location, hash))
	return missing.length
}

/** Fetches missing files into a new folder, and adds them after a comparison of their hashes. */
async function download(bucket: S3Store, folder: FolderStore, hash: string): Promise<number> {
	const here = new Set((await folder.files(hash)).filter(({ bytes }) => bytes > 0).map(({ name }) => name))
	const missing = (await bucket.files(hash)).filter(({ name }) => !here.has(name))
	if (missing.length === 0) return 0
	await makePrivateFolder(folder.location)
	const incoming = join(folder.location, newIncomingName())
	await mkdir(incoming, { mode: 0o700 })
	try {
		for (const { name } of missing) {
			const found = await bucket.client.download(bucket.key(hash, name), join(incoming, name))
			if (name.startsWith('original.')) assertHash(found, hash)
		}
		await folder.add(hash, incoming)
	} finally {
		await rm(incoming, { recursive: true, force: true })
	}
	return missing.length
}

class DamagedError extends Error {}

function assertHash(found: string, hash: string): void {
	if (found !== hash) throw new DamagedError('its original is damaged; add the same file again at the desk')
}
