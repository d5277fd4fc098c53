import { AsyncLocalStorage } from 'node:async_hooks'
import type { ErrorName } from './error-words'
import type { FormValues } from './form-values'
import { singleton } from './singleton'

/**
 * State of one request, shared by the server and the page or route. The server creates one for each request; a
 * page reads the client's address, adds cache tags, and may set a response that Next cannot express.
 */
export type RequestContext = {
	/** Client IP address, for rate limits in memory only; it is never stored. */
	clientIp: string
	/** Language tag of the words: the site's, noted by the first read of its settings. */
	language: string | null
	/** Redirect or error page that the server sends in place of Next's response. */
	override: ResponseOverride | null
	/** Error thrown while rendering; the server chooses its error page by it. */
	error: unknown
	/** Path of a request without a page, whose words the error page searches for; else null. */
	missingPath: string | null
	/** The desk form submitted without scripts; an error page in place of its own page shows these values. */
	submitted: SubmittedForm | null
	/** Error of a desk form: Next's page is sent with its status, or, if rendering fails too, a plain page. */
	deskError: ErrorPage | null
	/** A file to stream in place of Next's response, which is held in memory. */
	download: Download | null
	/** Whether the page is rendered as a shell, with placeholders for its parts (`lib/page-parts.ts`). */
	shell: boolean
	/** Response headers about the content of the page or file, which are cached with it. */
	headers: Record<string, string>
	/** The rejected form that this page shows again, with the message and the submitted values. */
	form: RejectedForm | null
	/** Cache tags of this page: see `lib/invalidation.ts`. */
	dependencies: Set<string>
	/** Number of the last page of a paginated list; 1 without one. */
	lastPage: number
	/** End of validity without a write, such as the next scheduled story: ms since 1970, or Infinity. */
	validUntil: number
}

export type ResponseOverride =
	| { kind: 'redirect'; location: string }
	/** Renders `formPage` with the rejected `form`, or else the error page. `retryAfter` is in seconds. */
	| {
			kind: 'error'
			status: number
			/** Its words in the catalogue; `title` and `detail` are then the English ones. */
			name?: ErrorName
			title: string
			detail: string
			/** Of a withdrawn story. */
			headline?: { text: string; language: string }
			formPage?: string
			form?: RejectedForm
			retryAfter?: number
			/** Links to the desk, for a viewer with access to it. */
			desk?: boolean
	  }

/** A file in chunks, each made when the client has received the former ones. */
export type Download = { type: string; fileName: string; chunks: AsyncIterable<string> }

export type ErrorPage = Extract<ResponseOverride, { kind: 'error' }>

export type SubmittedForm = {
	values: FormValues
	/** Names of the submitted files, which a page cannot restore. */
	files?: string[]
}

export type RejectedForm = SubmittedForm & { message: string; field: string | null }

const storage = singleton('request-context', () => new AsyncLocalStorage<RequestContext>())

export const newRequestContext = (clientIp: string): RequestContext => ({
	clientIp,
	language: null,
	override: null,
	error: null,
	missingPath: null,
	submitted: null,
	deskError: null,
	download: null,
	shell: false,
	headers: {},
	form: null,
	dependencies: new Set(),
	lastPage: 1,
	validUntil: Number.POSITIVE_INFINITY,
})

export const runInContext = <T>(context: RequestContext, run: () => T): T => storage.run(context, run)

/** The context of the current request; outside of a request a new, detached one. */
export const requestContext = (): RequestContext => storage.getStore() ?? newRequestContext('unknown')
