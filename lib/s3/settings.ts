export type S3Settings = {
	/** Origin of the server. */
	endpoint: string
	region: string
	bucket: string
	accessKeyId: string
	secretAccessKey: string
}

/** Times in ms. */
export type S3Limits = {
	/** Until the headers of a response to a read. */
	readMs: number
	/** For the body of a small file or a list. */
	bodyMs: number
	/** Until the response to a write, with the time for its body. */
	writeMs: number
	/** Without a byte in either direction. */
	idleMs: number
	/** Repetitions of a request after a transient error, each later than the last one. */
	retries: number
	backoffMs: number
}

/** A page waits for reads; a proxy waits 60 s for an upload. */
export const LIMITS: S3Limits = {
	...{ readMs: 5_000, bodyMs: 10_000, writeMs: 45_000, idleMs: 10_000 },
	...{ retries: 2, backoffMs: 200 },
}
