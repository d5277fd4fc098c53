import { hasReader, rememberStory } from './cookies'
import * as words from './messages'

/** Request timeout, in ms; longer than a form takes on the slowest phone line. */
const TIMEOUT_MS = 20_000

export type SubmitResult<T> =
	| { ok: true; data: T }
	| { ok: false; status: number; message: string; field?: string; signIn?: string }

type Options = {
	/** Lets the request outlive the page (`keepalive`, at most 64 KiB of body). */
	outlives?: boolean
}

/** The previous write of a page whose reader has no cookie yet. */
let previousWrite: Promise<unknown> = Promise.resolve()

/**
 * Submits fields to the form's action and asks for JSON. A reader's first write sets the reader cookie; a
 * second write before that response would create another reader, so writes are serialized until then.
 * Failures are returned, not thrown.
 */
export function submitForm<T>(
	form: HTMLFormElement,
	fields: Record<string, string>,
	options: Options = {},
): Promise<SubmitResult<T>> {
	if (new URL(form.action).pathname.startsWith('/news/')) rememberStory()
	if (hasReader()) return send(form, fields, options)
	const answer = previousWrite.then(() => send<T>(form, fields, options))
	previousWrite = answer
	return answer
}

async function send<T>(
	form: HTMLFormElement,
	fields: Record<string, string>,
	{ outlives = false }: Options,
): Promise<SubmitResult<T>> {
	// AbortSignal.timeout() is younger than many readers' browsers.
	const abort = new AbortController()
	const timer = setTimeout(() => abort.abort(), TIMEOUT_MS)
	try {
		const response = await fetch(form.action, {
			method: 'POST',
			body: new URLSearchParams(fields),
			headers: { Accept: 'application/json' },
			keepalive: outlives,
			signal: abort.signal,
		})
		const data = await response.json().catch((error) => {
			if (abort.signal.aborted) throw error
			return null
		})
		if (response.ok && data) return { ok: true, data }
		const { detail = words.serverError, field, signIn } = data ?? {}
		return { ok: false, status: response.status, message: detail, field, signIn }
	} catch {
		// After a lost response the write may or may not have been recorded.
		return { ok: false, status: 0, message: abort.signal.aborted ? words.timedOut : words.unreachable }
	} finally {
		clearTimeout(timer)
	}
}
