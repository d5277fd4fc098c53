import { notFound } from 'next/navigation'
import { type ResponseOverride, requestContext } from '@/lib/request-context'

/** Ends the page; the server sends the answer in its place. */
export function answerInstead(answer: ResponseOverride): never {
	requestContext().override = answer
	return notFound()
}

/** Ends the page with a permanent redirect (301); the server sends it. */
export function permanentRedirect(location: string): never {
	return answerInstead({ kind: 'redirect', location })
}

/** Ends the page with a problem; the server shows it as a page of ours with the given status. */
export function showErrorPage(status: number, title: string, detail: string): never {
	return answerInstead({ kind: 'error', status, title, detail })
}
