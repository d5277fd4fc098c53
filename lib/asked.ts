/** The headers that routes read; nothing else of a request's headers reaches one that is called without Next. */
export const HEADERS_READ = [
	'accept',
	'content-length',
	'content-type',
	'cookie',
	'host',
	'origin',
	'sec-fetch-site',
] as const
export type HeaderRead = (typeof HEADERS_READ)[number]

/** What a route reads of a request. A `Request` is one; so is something much lighter, see `server/booth.ts`. */
export type Asked = {
	url: string
	headers: { get: (name: HeaderRead) => string | null }
	json: () => Promise<unknown>
	formData: () => Promise<{ entries: () => Iterable<[string, FormDataEntryValue]> }>
}
