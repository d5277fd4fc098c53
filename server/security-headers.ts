import { randomBytes } from 'node:crypto'

type Headers = Record<string, string>

/** Reader pages run no inline code and load no third-party resources. */
const READER_CSP = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self' data:",
	"font-src 'self'",
	"connect-src 'self'",
	"manifest-src 'self'",
	"form-action 'self'",
	"base-uri 'none'",
	"frame-ancestors 'none'",
].join('; ')

const UNUSED_FEATURES = ['camera', 'microphone', 'geolocation', 'browsing-topics']
/** Two years, above the minimum of one year of browsers' preload lists. */
const HSTS_SECONDS = 63_072_000

/** Security headers of all responses; HSTS only for an https site. */
export function securityHeaders(siteUrl: string): Headers {
	return {
		// For data, files and redirects; pages override it with `readerCsp` or `deskCsp`.
		'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
		'X-Content-Type-Options': 'nosniff',
		// Keeps URLs of the desk and one-time links from other sites.
		'Referrer-Policy': 'same-origin',
		'Permissions-Policy': UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', '),
		'Cross-Origin-Opener-Policy': 'same-origin',
		'Cross-Origin-Resource-Policy': 'same-origin',
		...(siteUrl.startsWith('https:') && { 'Strict-Transport-Security': `max-age=${HSTS_SECONDS}` }),
	}
}

export const readerCsp = (): Headers => ({ 'Content-Security-Policy': READER_CSP })

const PREVIEW = /^\/preview\//
/** Pages with a button that leads to a provider, and the forms in whose place they are shown again. */
const SIGN_IN = /^\/(sign-in|sign-up|session|account|api\/auth)(?=[/?]|$)/

/**
 * Headers of a private page. Drafts stay out of search engines and of `Referer`, and the desk may frame them. Forms of
 * the sign-in pages may be redirected to the origins of `providers`.
 */
export function privatePageHeaders(url = '', providers: readonly string[] = []): Headers {
	if (PREVIEW.test(url))
		return {
			'Content-Security-Policy': READER_CSP.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
			'Referrer-Policy': 'no-referrer',
			'X-Robots-Tag': 'noindex, nofollow',
		}
	if (!SIGN_IN.test(url) || providers.length === 0) return readerCsp()
	const targets = `form-action 'self' ${providers.join(' ')}`
	return { 'Content-Security-Policy': READER_CSP.replace("form-action 'self'", targets) }
}

/** CSP of the desk: its scripts need the nonce of the page. */
export function deskCsp(nonce: string, dev: boolean): Headers {
	return {
		'Content-Security-Policy': [
			"default-src 'self'",
			`script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
			// The rich text editor positions its parts with style attributes; `<style>` elements need the nonce.
			`style-src 'self' ${dev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
			"style-src-attr 'unsafe-inline'",
			"img-src 'self' blob: data:",
			"font-src 'self'",
			`connect-src 'self'${dev ? ' ws:' : ''}`,
			"object-src 'none'",
			"form-action 'self'",
			"base-uri 'none'",
			"frame-ancestors 'none'",
		].join('; '),
	}
}

export const newNonce = (): string => randomBytes(16).toString('base64')
