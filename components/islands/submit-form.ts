import { hasReader } from './islands-cookie'

/** Longer than the slowest phone line needs; after it nobody believes in an answer any more. */
const TIMEOUT_MS = 20_000

/** A lost answer does not tell whether the write was recorded before. */
const LOOK_AGAIN = 'Load the page again to see whether this was recorded.'
const UNREACHED = `The site could not be reached. ${LOOK_AGAIN}`
const UNANSWERED = `The site did not answer in time. ${LOOK_AGAIN}`
const FAULT = `Something went wrong on our side. ${LOOK_AGAIN}`

export type SubmitResult<T> =
	| { ok: true; data: T }
	| { ok: false; status: number; message: string; field?: string; signIn?: string }

type Options = {
	/** Lets the request finish when the reader leaves the page; for small forms only. */
	outlives?: boolean
}

/** The write before, on a page whose reader has none yet. */
let earlier: Promise<unknown> = Promise.resolve()

/**
 * Sends a form's fields as the form itself would, and asks for the new state as data. A reader's first write brings
 * the cookie that tells the reader; a second one before its answer would make another reader.
 */
export function submitForm<T>(
	form: HTMLFormElement,
	fields: Record<string, string>,
	options: Options = {},
): Promise<SubmitResult<T>> {
	if (hasReader()) return send(form, fields, options)
	const answer = earlier.then(() => send<T>(form, fields, options))
	earlier = answer
	return answer
}

async function send<T>(
	form: HTMLFormElement,
	fields: Record<string, string>,
	{ outlives = false }: Options,
): Promise<SubmitResult<T>> {
	// AbortSignal.timeout() would do, but is younger than many readers' browsers.
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
		const { detail = FAULT, field, signIn } = data ?? {}
		return { ok: false, status: response.status, message: detail, field, signIn }
	} catch {
		return { ok: false, status: 0, message: abort.signal.aborted ? UNANSWERED : UNREACHED }
	} finally {
		clearTimeout(timer)
	}
}
