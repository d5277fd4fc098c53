/** The headers that routes read; nothing else of a request's headers reaches one that is called without Next. */
export const FORWARDED_HEADERS = [
	'accept',
	'content-length',
	'content-type',
	'cookie',
	'host',
	'origin',
	'sec-fetch-site',
] as const
export type ForwardedHeader = (typeof FORWARDED_HEADERS)[number]

/** What a route reads of a request. A `Request` is one; so is something much lighter, see `server/write-worker.ts`. */
export type RouteRequest = {
	url: string
	headers: { get: (name: ForwardedHeader) => string | null }
	json: () => Promise<unknown>
	formData: () => Promise<{ entries: () => Iterable<[string, FormDataEntryValue]> }>
}
