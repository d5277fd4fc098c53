import { AsyncLocalStorage } from 'node:async_hooks'
import { singleton } from './singleton'

/**
 * What a page and the server around it tell each other during one request. The server opens an exchange
 * for every request; a page or route reads who is asking and may leave an answer that Next has no words for.
 */
export type RequestContext = {
	/** The address of the other end, for limits in memory only; it is never stored. */
	clientIp: string
	/** A status or an address that the server puts in place of Next's. */
	override: ResponseOverride | null
	/** An error while the page was made; the server learns from it what to answer in place of Next's error page. */
	error: unknown
	/**
	 * A problem that a form of the desk met: the page that Next makes of it is sent with its status, and where
	 * not even that can be made, a plain page with all that was typed.
	 */
	deskError: ErrorPage | null
	/** On a page shown again after a refused form: what was wrong, and all that was typed. */
	form: RejectedForm | null
	/** What was read for this page; a change to any of it makes the page stale. See `lib/invalidation.ts`. */
	dependencies: Set<string>
	/** The number of the last page of the list that the page shows a part of. */
	lastPage: number
	/** When the page will read differently though nobody writes: an instant in ms, or Infinity. */
	validUntil: number
}

export type ResponseOverride =
	| { kind: 'redirect'; location: string }
	/**
	 * The problem is shown as a page of ours: `at` if it has a form to show again, else the problem page.
	 * `retryAfter` is in seconds.
	 */
	| {
			kind: 'error'
			status: number
			title: string
			detail: string
			formPage?: string
			form?: RejectedForm
			retryAfter?: number
	  }

export type ErrorPage = Extract<ResponseOverride, { kind: 'error' }>

export type RejectedForm = { message: string; field: string | null; values: Record<string, string> }

const storage = singleton('request-context', () => new AsyncLocalStorage<RequestContext>())

export const newRequestContext = (clientIp: string): RequestContext => ({
	clientIp,
	override: null,
	error: null,
	deskError: null,
	form: null,
	dependencies: new Set(),
	lastPage: 1,
	validUntil: Number.POSITIVE_INFINITY,
})

export const runInContext = <T>(context: RequestContext, run: () => T): T => storage.run(context, run)

/** The exchange of the running request; a detached one outside of any, so that tests need no server. */
export const requestContext = (): RequestContext => storage.getStore() ?? newRequestContext('unknown')
