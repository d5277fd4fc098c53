import type { IncomingMessage } from 'node:http'
import { namedError } from '@/lib/error-words'
import { UPLOADS_BUSY, UPLOADS_RETRY_SECONDS } from '@/lib/photo-paths'
import type { ErrorPage, RequestContext, ResponseOverride } from '@/lib/request-context'
import { storageRefusal } from '@/lib/storage-failure'
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

export const NOT_FOUND = namedError(404, 'notFound')

export const SERVER_ERROR = namedError(500, 'serverError')

/** A failing disk needs an administrator. */
const UNREADABLE_SECONDS = 60

export const STORAGE_UNAVAILABLE = namedError(503, 'unreadable', UNREADABLE_SECONDS)

/** Duration of a restart with a short WAL. */
const RESTART_SECONDS = 5

/** For an incomplete request when the server stops. */
export const STOPPING = namedError(503, 'stopping', RESTART_SECONDS)

/** For a complete request when the server stops: its write may be committed. */
export const STOPPING_UNSURE = namedError(503, 'stoppingUnsure', RESTART_SECONDS)

export const PAGE_OUT_OF_RANGE = namedError(404, 'noPage')

export const RATE_LIMITED = namedError(429, 'rateLimited')

export const OVERLOADED = namedError(503, 'overloaded')

export const UPLOAD_QUEUE_FULL: ErrorPage = {
	kind: 'error',
	status: 503,
	title: 'Many photographs at once',
	detail: `${UPLOADS_BUSY} If you reload this page then, the browser sends the form again with all you typed.`,
	retryAfter: UPLOADS_RETRY_SECONDS,
}
