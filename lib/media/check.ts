import { randomBytes, randomUUID } from 'node:crypto'
import { env } from '../env'
import type { S3Client } from '../s3/client'
import { S3Error } from '../s3/errors'
import { StartRefusal } from '../start-refusal'

const PROBE_BYTES = 32

/** Remedies by error code; other codes have the general one. */
const REMEDIES: Record<string, string> = {
	InvalidAccessKeyId: 'AWS_ACCESS_KEY_ID is not known there.',
	SignatureDoesNotMatch: 'AWS_SECRET_ACCESS_KEY does not belong to AWS_ACCESS_KEY_ID.',
	AccessDenied: 'Allow this key to list the bucket, and to get, put and delete its objects.',
	NoSuchBucket: 'Create the bucket, or correct its name in MEDIA_URL.',
	PermanentRedirect: 'Set S3_REGION to the region of the bucket, and S3_ENDPOINT to its server.',
	AuthorizationHeaderMalformed: 'Set S3_REGION to the region of the bucket.',
	InvalidRegion: 'Set S3_REGION to the region of the bucket.',
	RequestTimeTooSkewed: 'Correct the clock of this machine (timedatectl shows it).',
}
const GENERAL = 'Check MEDIA_URL, S3_ENDPOINT, S3_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.'
const LATER =
	'Check that the server runs and is reached from here, and S3_ENDPOINT; a later start may succeed.'

/**
 * Lists the remote store of photographs, and puts, reads and deletes a small object. Does nothing without one.
 *
 * @throws StartRefusal, transient if the store may work later
 */
export async function assertMediaUsable(): Promise<void> {
	const bucket = env.mediaBucket
	if (!bucket) return
	const { S3Client: Client } = await import('../s3/client')
	const client = new Client(bucket)
	try {
		await probe(client, bucket.prefix)
	} catch (error) {
		if (!(error instanceof S3Error)) throw error
		throw new StartRefusal(
			`The store of photographs ${env.mediaUrl} at ${bucket.endpoint} cannot be used: ${error.message}.`,
			`Nothing was changed. ${error.isTransient ? LATER : (REMEDIES[error.code] ?? GENERAL)}`,
			error.isTransient,
		)
	} finally {
		client.close()
	}
}

async function probe(client: S3Client, prefix: string): Promise<void> {
	await client.list(prefix, { max: 1 })
	// Servers in containers have equal process ids.
	const [key, bytes] = [`${prefix}probe-${randomUUID()}`, randomBytes(PROBE_BYTES)]
	await client.put(key, bytes)
	const read = await client.read(key, PROBE_BYTES)
	await client.delete(key)
	if (!read?.equals(bytes))
		throw new S3Error('OtherBytes', 'an object had other bytes when it was read', false)
}
