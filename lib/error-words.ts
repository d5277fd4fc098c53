import type { ErrorsMessages } from './messages/en/errors'
import { messages, messagesOf, waitingTime } from './messages/messages'
import type { ErrorPage } from './request-context'

type Words = { title: string; detail: string }

/** Error pages with words in the catalogue. */
export type ErrorName = {
	[Key in keyof ErrorsMessages]: ErrorsMessages[Key] extends (wait: string) => Words ? Key : never
}[keyof ErrorsMessages]

const ENGLISH = 'en-GB'

/**
 * An error page with words in the catalogue, which the response takes in the language of the site. Its title and
 * detail are English, for the desk and the log.
 */
export const namedError = (status: number, name: ErrorName, retryAfter?: number): ErrorPage => ({
	kind: 'error',
	status,
	name,
	...messagesOf(ENGLISH).errors[name](retryAfter === undefined ? '' : waitingTime(retryAfter, ENGLISH)),
	...(retryAfter !== undefined && { retryAfter }),
})

/** Title and detail of an error page in the language of the response being made, or the site's as last read. */
export function errorWords({ name, title, detail, retryAfter }: ErrorPage): Words {
	if (!name) return { title, detail }
	return messages().errors[name](retryAfter === undefined ? '' : waitingTime(retryAfter))
}
