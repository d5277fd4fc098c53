import { AsyncLocalStorage } from 'node:async_hooks'
import { shared } from './shared'

/**
 * What a page and the server around it tell each other during one request. The server opens an exchange
 * for every request; a page or route reads who is asking and may leave an answer that Next has no words for.
 */
export type Exchange = {
	/** The address of the other end, for limits in memory only; it is never stored. */
	address: string
	/** A status or an address that the server puts in place of Next's. */
	answer: Answer | null
	/** An error while the page was made; the server learns from it what to answer in place of Next's error page. */
	error: unknown
	/**
	 * A problem that a form of the desk met: the page that Next makes of it is sent with its status, and where
	 * not even that can be made, a plain page with all that was typed.
	 */
	failure: Problem | null
	/** On a page shown again after a refused form: what was wrong, and all that was typed. */
	form: RefusedForm | null
	/** What was read for this page; a change to any of it makes the page stale. See `lib/changes.ts`. */
	dependencies: Set<string>
	/** When the page will read differently though nobody writes: an instant in ms, or Infinity. */
	validUntil: number
}

export type Answer =
	| { kind: 'moved'; location: string }
	/**
	 * The problem is shown as a page of ours: `at` if it has a form to show again, else the problem page.
	 * `retryAfter` is in seconds.
	 */
	| {
			kind: 'problem'
			status: number
			title: string
			detail: string
			at?: string
			form?: RefusedForm
			retryAfter?: number
	  }

export type Problem = Extract<Answer, { kind: 'problem' }>

export type RefusedForm = { message: string; field: string | null; values: Record<string, string> }

const storage = shared('exchange', () => new AsyncLocalStorage<Exchange>())

export const newExchange = (address: string): Exchange => ({
	address,
	answer: null,
	error: null,
	failure: null,
	form: null,
	dependencies: new Set(),
	validUntil: Number.POSITIVE_INFINITY,
})

export const withExchange = <T>(exchange: Exchange, run: () => T): T => storage.run(exchange, run)

/** The exchange of the running request; a detached one outside of any, so that tests need no server. */
export const exchange = (): Exchange => storage.getStore() ?? newExchange('unknown')
