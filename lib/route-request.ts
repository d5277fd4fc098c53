/** Request headers passed to worker routes; all others are dropped. */
export const FORWARDED_HEADERS = [
	'accept',
	'content-length',
	'content-type',
	'cookie',
	'dnt',
	'host',
	'origin',
	'sec-fetch-site',
	'sec-gpc',
	'sec-purpose',
	'user-agent',
] as const
export type ForwardedHeader = (typeof FORWARDED_HEADERS)[number]

/**
 * The part of `Request` that routes use, so that the worker need not build a full one
 * (`server/write-worker-loop.ts`).
 */
export type RouteRequest = {
	url: string
	headers: { get: (name: ForwardedHeader) => string | null }
	json: () => Promise<unknown>
	formData: () => Promise<{ entries: () => Iterable<[string, FormDataEntryValue]> }>
}
