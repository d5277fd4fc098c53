import { createHash, createHmac } from 'node:crypto'

export type Credentials = { accessKeyId: string; secretAccessKey: string; region: string }

/** A request to sign; every header is signed, with its name in small letters. */
export type UnsignedRequest = {
	method: string
	/** Percent-encoded, see `encodeKey`. */
	path: string
	query: Record<string, string>
	headers: Record<string, string>
	/** SHA-256 of the body, hexadecimal. */
	bodyHash: string
}

const ALGORITHM = 'AWS4-HMAC-SHA256'

/** Signature Version 4 of AWS, in headers, for the service `s3`. @returns the headers to send */
export function signedHeaders(
	{ method, path, query, headers, bodyHash }: UnsignedRequest,
	{ accessKeyId, secretAccessKey, region }: Credentials,
	at = new Date(),
): Record<string, string> {
	const time = at.toISOString().replace(/[-:]|\.\d{3}/g, '')
	const date = time.slice(0, 'YYYYMMDD'.length)
	const all: Record<string, string> = { ...headers, 'x-amz-content-sha256': bodyHash, 'x-amz-date': time }
	const names = Object.keys(all).sort()
	const lines = names.map((name) => `${name}:${all[name]?.trim()}\n`).join('')
	const canonical = [method, path, encodeQuery(query), lines, names.join(';'), bodyHash].join('\n')
	const scope = `${date}/${region}/s3/aws4_request`
	const text = [ALGORITHM, time, scope, createHash('sha256').update(canonical).digest('hex')].join('\n')
	const key = [date, region, 's3', 'aws4_request'].reduce<Buffer>(hmac, Buffer.from(`AWS4${secretAccessKey}`))
	const credential = `Credential=${accessKeyId}/${scope}`
	const signature = `Signature=${hmac(key, text).toString('hex')}`
	return {
		...all,
		authorization: `${ALGORITHM} ${credential}, SignedHeaders=${names.join(';')}, ${signature}`,
	}
}

/** The canonical query, which is also sent: pairs sorted by their encoded names. */
export const encodeQuery = (query: Record<string, string>): string =>
	Object.entries(query)
		.map((pair) => pair.map(encode).join('='))
		.sort()
		.join('&')

/** The path of an object in a bucket, each segment encoded once. */
export const encodeKey = (key: string): string => key.split('/').map(encode).join('/')

const encode = (text: string): string =>
	encodeURIComponent(text).replace(
		/[!'()*]/g,
		(letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
	)

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
