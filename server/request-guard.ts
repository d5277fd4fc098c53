import type { IncomingMessage } from 'node:http'
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js'
import { DESK_FORM_BYTES_MAX, FORM_BYTES_MAX } from '@/lib/limits'
import { messages } from '@/lib/messages/messages'
import { isSameOrigin } from '@/lib/same-origin'
import { canonicalPath } from '@/lib/urls'

export type Rejection = { status: number; message: string; allow?: string }

export type GuardOptions = {
	dev: boolean
	/** Public base URL of the site. */
	siteUrl: string
	/** Paths that accept POST; at the desk all do. */
	forms: readonly RegExp[]
}

type GuardedRequest = Pick<IncomingMessage, 'method' | 'url' | 'headers'>

const METHODS = new Set(['GET', 'HEAD', 'POST'])
const DESK = /^\/desk(?=[/?]|$)/
/** Headers internal to Next. From outside they have served only to bypass its checks (CVE-2025-29927). */
const INTERNAL_HEADERS =
	/^(x-middleware-|x-invoke-|x-matched-path$|x-now-|x-next-|next-resume$|x-prerender-|x-vercel-|x-action-forwarded$)/
/** Headers of Next's client router, which runs at the desk only. */
const NEXT_CLIENT_HEADERS = /^(rsc$|next-action$|next-url$|next-router-|x-nextjs-)/
/** Browsers resolve `.` and `..`; Next takes them for the name of a page, and fails. */
const DOT_SEGMENT = /\/\.\.?(?=\/|$)/
/** Paths of React Server Component payloads; reader pages exist as HTML only. */
const RSC_PATH = /\.rsc$/

/**
 * Status and plain text for a request that no browser sends from this site; null for a valid one. What a person meets
 * through a broken link or a long text is in the catalogue. The other texts are English: only programs provoke them.
 */
export function rejectionFor(request: GuardedRequest, options: GuardOptions): Rejection | null {
	const { method = '', url = '', headers } = request
	if (!METHODS.has(method))
		return {
			status: 405,
			message: 'This server reads and takes forms, nothing else.',
			allow: 'GET, HEAD, POST',
		}
	const [path = ''] = url.split('?', 1)
	// In a `Location` header two leading slashes would name a host.
	if (!/^\/(?!\/)[!-~]*$/.test(url)) return { status: 400, message: messages().errors.badAddress }
	const canonical = canonicalPath(path)
	if (canonical === null) return { status: 400, message: messages().errors.badAddress }
	if (DOT_SEGMENT.test(canonical)) return { status: 400, message: messages().errors.badAddress }
	if (!options.dev && hasInternalHeaders(path, headers))
		return { status: 400, message: 'The request holds words that are not for use from outside.' }
	if (!isRouterState(headers['next-router-state-tree']))
		return { status: 400, message: 'The request holds a state of the page that no page has.' }
	if (method !== 'POST') return null
	if (canonical !== path) return { status: 400, message: 'The address of the form is spelled oddly.' }
	return formRejectionFor(path, headers, options)
}

/** Canonical spelling of a URL; null if it is canonical already, and for build files, whose names are unusual. */
export function canonicalUrl(url: string): string | null {
	const [path = ''] = url.split('?', 1)
	if (path.startsWith('/_next/')) return null
	const canonical = url.includes('%') || /[^\w/.!~*'()$&+,:;=@-]/.test(path) ? canonicalPath(path) : path
	return canonical === null || canonical === path ? null : canonical + url.slice(path.length)
}

function formRejectionFor(
	path: string,
	headers: IncomingMessage['headers'],
	{ dev, siteUrl, forms }: GuardOptions,
): Rejection | null {
	const forDesk = DESK.test(path)
	// Next's development server has POST routes of its own.
	if (!dev && !forDesk && !forms.some((form) => form.test(path)))
		return { status: 405, message: 'This page takes no form.', allow: 'GET, HEAD' }
	if (headers['transfer-encoding']) return { status: 411, message: 'Please say how long the form is.' }
	if (headers['content-encoding']) return { status: 415, message: 'Please send the form uncompressed.' }
	const bytesMax = forDesk ? DESK_FORM_BYTES_MAX : FORM_BYTES_MAX
	const length = Number(headers['content-length'] ?? 0)
	if (!(length <= bytesMax)) return { status: 413, message: messages().errors.formTooLarge('').title }
	if (!forDesk) return null
	const { 'sec-fetch-site': site, origin, host } = headers
	if (!isSameOrigin({ site: site as string | undefined, origin, host }, siteUrl))
		return { status: 403, message: messages().refusals.otherSite }
	if (!/^multipart\/form-data\b/i.test(headers['content-type'] ?? ''))
		return { status: 415, message: 'The desk takes forms as multipart/form-data.' }
	return null
}

/** Next's own check, which fails its render with a 500. */
function isRouterState(state: string | string[] | undefined): boolean {
	try {
		parseAndValidateFlightRouterState(state)
		return true
	} catch {
		return false
	}
}

function hasInternalHeaders(path: string, headers: IncomingMessage['headers']): boolean {
	const outside = !DESK.test(path)
	if (outside && RSC_PATH.test(path)) return true
	for (const name in headers)
		if (INTERNAL_HEADERS.test(name) || (outside && NEXT_CLIENT_HEADERS.test(name))) return true
	return false
}
