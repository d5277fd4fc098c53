import type { IncomingMessage } from 'node:http'
import { DESK_FORM_BYTES_MAX, FORM_BYTES_MAX } from '@/lib/form-size'

export type RequestRefusal = { status: number; message: string }

const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS'])
/** Words that Next says to its own parts. From outside they have only ever been ways around it. */
const INTERNAL =
	/^(x-middleware-|x-invoke-|x-matched-path$|x-now-|x-next-|next-resume$|x-prerender-|x-vercel-)/
/** Words of Next's client, which runs at the desk alone. */
const CLIENT = /^(rsc$|next-action$|next-url$|next-router-|x-nextjs-)/
/** Where Next's client fetches a page as data; a reader's page is a document and nothing else. */
const DATA = /\.rsc$/

/** Why a request is not even let in, in plain text: nobody with an ordinary browser ever reads it. */
export function refusalOf(
	{ method = '', url = '', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
	dev = false,
): RequestRefusal | null {
	if (!METHODS.has(method))
		return { status: 405, message: 'This server reads and takes forms, nothing else.' }
	if (!url.startsWith('/')) return { status: 400, message: 'That is no address of a page.' }
	if (url.includes('%') && !isWellEncoded(url))
		return { status: 400, message: 'The address is not well encoded.' }
	if (!dev && holdsInternal(url, headers))
		return { status: 400, message: 'The request holds words that are not for use from outside.' }
	if (method === 'GET' || method === 'HEAD') return null
	if (headers['transfer-encoding']) return { status: 411, message: 'Please say how long the form is.' }
	const bytesMax = url.startsWith('/desk') ? DESK_FORM_BYTES_MAX : FORM_BYTES_MAX
	const length = Number(headers['content-length'] ?? 0)
	return length <= bytesMax ? null : { status: 413, message: 'The form is too large.' }
}

function holdsInternal(url: string, headers: IncomingMessage['headers']): boolean {
	const outside = !url.startsWith('/desk')
	if (outside && DATA.test(url.split('?', 1)[0] ?? '')) return true
	for (const name in headers) if (INTERNAL.test(name) || (outside && CLIENT.test(name))) return true
	return false
}

function isWellEncoded(url: string): boolean {
	try {
		decodeURIComponent(url.split('?', 1)[0] ?? '')
		return true
	} catch {
		return false
	}
}
