import type { IncomingMessage } from 'node:http'

/** Error codes of S3 for a request that it could not handle at that moment. */
const TRANSIENT_STATUS = new Set([408, 429, 500, 502, 503, 504])
/** Bytes of an error's body that are read. */
const BODY_BYTES_MAX = 16 * 1024

/** A request to the store failed: refused by it, or not answered. The message holds no credentials. */
export class S3Error extends Error {
	constructor(
		/** Code of S3, such as `AccessDenied`, or of the system, such as `ECONNREFUSED`. */
		readonly code: string,
		message: string,
		/** Whether the same request may succeed later. */
		readonly isTransient: boolean,
	) {
		super(message)
		this.name = 'S3Error'
	}
}

/** Reads the error of a response. */
export async function responseError(response: IncomingMessage): Promise<S3Error> {
	const status = response.statusCode ?? 0
	let text = ''
	for await (const chunk of response) if (text.length < BODY_BYTES_MAX) text += chunk
	const code = /<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? `HTTP ${status}`
	return new S3Error(code, `it answered ${status} ${code}`, TRANSIENT_STATUS.has(status))
}

/** Codes of certificates that no repetition mends. */
const CERTIFICATE = /^(CERT_|ERR_TLS_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|EPROTO|HPE_)/

/** An error without a response. */
export function connectionError(error: unknown): S3Error {
	if (error instanceof S3Error) return error
	const { code = 'unknown error', message } = error as NodeJS.ErrnoException
	return new S3Error(code, `it did not answer (${message || code})`, !CERTIFICATE.test(code))
}

/** Compares by name, because the bundles of pages and server each contain the class. */
export const isS3Error = (error: unknown): error is S3Error =>
	error instanceof Error && error.name === 'S3Error'
