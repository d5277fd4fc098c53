import type { IncomingMessage } from 'node:http'
import { UPLOADS_BUSY, UPLOADS_RETRY_SECONDS } from '@/lib/photo-paths'
import type { ErrorPage, RequestContext, ResponseOverride } from '@/lib/request-context'
import { storageRefusal } from '@/lib/storage-failure'
import { waitWords } from '@/lib/wait-words'
import type { BufferedResponse } from './next-renderer'

/**
 * Override of a response of Next: the one that a page or route set in the request context, or an error page of
 * ours for Next's 404 and 5xx pages, which stay blank without JavaScript. Null to send Next's response.
 */
export function overrideFor(context: RequestContext, buffered: BufferedResponse): ResponseOverride | null {
	if (context.override) return context.override
	if (!isHtml(buffered)) return null
	if (buffered.status === 404) return NOT_FOUND
	return buffered.status >= 500 ? errorPageFor(context.error) : null
}

/** Error page of a thrown error: 503 for failing storage, else 500. */
export const errorPageFor = (error: unknown): ErrorPage =>
	storageRefusal(error) ? STORAGE_UNAVAILABLE : SERVER_ERROR

/** Whether the client accepts JSON, as scripts and programs do. */
export const wantsJson = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean =>
	(headers.accept ?? '').includes('application/json')

export const isHtml = ({ headers }: BufferedResponse): boolean =>
	String(headers['content-type'] ?? '').startsWith('text/html')

export const isJson = ({ headers }: BufferedResponse): boolean =>
	String(headers['content-type'] ?? '').includes('json')

export const NOT_FOUND: ErrorPage = {
	kind: 'error',
	status: 404,
	title: 'There is nothing at this address',
	detail: 'The story may have moved, or the address may have lost a letter on its way here.',
}

export const SERVER_ERROR: ErrorPage = {
	kind: 'error',
	status: 500,
	title: 'The page could not be made',
	detail: 'The fault is on our side and has been written down. Please try again in a moment.',
}

/** A failing disk needs an administrator. */
const UNREADABLE_SECONDS = 60

const STORAGE_UNAVAILABLE: ErrorPage = {
	kind: 'error',
	status: 503,
	title: 'The site cannot be read at the moment',
	detail: `The disk that holds it does not answer as it should. Please try again in ${waitWords(UNREADABLE_SECONDS)}.`,
	retryAfter: UNREADABLE_SECONDS,
}

/** Duration of a restart with a short WAL. */
const RESTART_SECONDS = 5

/** For an incomplete request when the server stops. */
export const STOPPING: ErrorPage = {
	kind: 'error',
	status: 503,
	title: 'The site is being started anew',
	detail: `Nothing was recorded. Please go back and try again in ${waitWords(RESTART_SECONDS)}.`,
	retryAfter: RESTART_SECONDS,
}

/** For a complete request when the server stops: its write may be committed. */
export const STOPPING_UNSURE: ErrorPage = {
	...STOPPING,
	detail: `Please go back in ${waitWords(RESTART_SECONDS)} and look whether this was recorded before you send it again.`,
}

export const PAGE_OUT_OF_RANGE: ErrorPage = {
	...NOT_FOUND,
	title: 'There is no such page',
	detail: 'The list that it belongs to is shorter than that.',
}

export const RATE_LIMITED: ErrorPage = {
	kind: 'error',
	status: 429,
	title: 'A little slower, please',
	detail:
		'More pages have been asked for from here than one reader or one network needs. Please try again in a minute at the latest.',
}

export const OVERLOADED: ErrorPage = {
	kind: 'error',
	status: 503,
	title: 'Many readers at once',
	detail:
		'More pages are asked for than can be made at this moment. Please try again in a minute at the latest.',
}

export const UPLOAD_QUEUE_FULL: ErrorPage = {
	kind: 'error',
	status: 503,
	title: 'Many photographs at once',
	detail: `${UPLOADS_BUSY} If you reload this page then, the browser sends the form again with all you typed.`,
	retryAfter: UPLOADS_RETRY_SECONDS,
}
