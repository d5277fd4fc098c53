import type { IncomingMessage } from 'node:http'
import type { Answer, Exchange, Problem } from '@/lib/exchange'
import { storageRefusal } from '@/lib/failure'
import { UPLOADS_BUSY, UPLOADS_RETRY_SECONDS } from '@/lib/media'
import { waitWords } from '@/lib/wait-words'
import type { Rendered } from './rendering'

/**
 * What is to be answered in place of what Next rendered: the answer that a page or route left, or a page of
 * ours where Next made one of its bare error pages, which stay empty until a script of its own runs.
 */
export function answerInstead(exchange: Exchange, rendered: Rendered): Answer | null {
	if (exchange.answer) return exchange.answer
	if (!isHtml(rendered)) return null
	if (rendered.status === 404) return NOT_FOUND
	return rendered.status >= 500 ? problemFor(exchange.error) : null
}

/** What is answered when an error is all there is. */
export const problemFor = (error: unknown): Problem => (storageRefusal(error) ? UNREADABLE : FAILED)

/** Whether a script or program asks, which reads data and no page. */
export const wantsJson = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean =>
	(headers.accept ?? '').includes('application/json')

export const isHtml = ({ headers }: Rendered): boolean =>
	String(headers['content-type'] ?? '').startsWith('text/html')

export const isData = ({ headers }: Rendered): boolean =>
	String(headers['content-type'] ?? '').includes('json')

export const NOT_FOUND: Problem = {
	kind: 'problem',
	status: 404,
	title: 'There is nothing at this address',
	detail: 'The story may have moved, or the address may have lost a letter on its way here.',
}

export const FAILED: Problem = {
	kind: 'problem',
	status: 500,
	title: 'The page could not be made',
	detail: 'The fault is on our side and has been written down. Please try again in a moment.',
}

/** A disk that fails is seen to by a person. */
const UNREADABLE_SECONDS = 60

const UNREADABLE: Problem = {
	kind: 'problem',
	status: 503,
	title: 'The site cannot be read at the moment',
	detail: `The disk that holds it does not answer as it should. Please try again in ${waitWords(UNREADABLE_SECONDS)}.`,
	retryAfter: UNREADABLE_SECONDS,
}

/** A stop and a start of a site with a small log. */
const RESTART_SECONDS = 5

/** For a request that is still under way when the server has to stop. */
export const STOPPING: Problem = {
	kind: 'problem',
	status: 503,
	title: 'The site is being started anew',
	detail: `Nothing was recorded. Please go back and try again in ${waitWords(RESTART_SECONDS)}.`,
	retryAfter: RESTART_SECONDS,
}

/** … that had arrived whole, and may have been recorded before the answer was ready. */
export const STOPPING_UNSURE: Problem = {
	...STOPPING,
	detail: `Please go back in ${waitWords(RESTART_SECONDS)} and look whether this was recorded before you send it again.`,
}

export const NO_SUCH_PAGE: Problem = {
	...NOT_FOUND,
	title: 'There is no such page',
	detail: 'The list that it belongs to is shorter than that.',
}

export const TOO_MANY_PAGES: Problem = {
	kind: 'problem',
	status: 429,
	title: 'A little slower, please',
	detail:
		'More pages have been asked for from here than one reader or one network needs. Please try again in a minute at the latest.',
}

export const BUSY: Problem = {
	kind: 'problem',
	status: 503,
	title: 'Many readers at once',
	detail:
		'More pages are asked for than can be made at this moment. Please try again in a minute at the latest.',
}

export const UPLOADS_FULL: Problem = {
	kind: 'problem',
	status: 503,
	title: 'Many photographs at once',
	detail: `${UPLOADS_BUSY} If you reload this page then, the browser sends the form again with all you typed.`,
	retryAfter: UPLOADS_RETRY_SECONDS,
}
