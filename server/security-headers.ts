import { randomBytes } from 'node:crypto'

type Headers = Record<string, string>

/** Documents run nothing of their own and ask nobody else for anything. */
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
/** Two years, as browsers ask for before they take a name into their own lists. */
const HSTS_SECONDS = 63_072_000

/** What every answer says, whatever it holds. */
export function securityHeaders(siteUrl: string): Headers {
	return {
		// Of data, files and redirects; pages bring policies of their own.
		'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
		'X-Content-Type-Options': 'nosniff',
		// Addresses of the desk and one-time links stay in the house.
		'Referrer-Policy': 'same-origin',
		'Permissions-Policy': UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', '),
		'Cross-Origin-Opener-Policy': 'same-origin',
		'Cross-Origin-Resource-Policy': 'same-origin',
		...(siteUrl.startsWith('https:') && { 'Strict-Transport-Security': `max-age=${HSTS_SECONDS}` }),
	}
}

export const readerCsp = (): Headers => ({ 'Content-Security-Policy': READER_CSP })

/** The desk is an application: its scripts carry a word that is new with every page. */
export function deskCsp(nonce: string, dev: boolean): Headers {
	return {
		'Content-Security-Policy': [
			"default-src 'self'",
			`script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
			// The writing surface measures and places its parts with style attributes; only elements need the word.
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
