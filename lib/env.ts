import { join, resolve } from 'node:path'
import { readSecret, validateSecret } from './secret'

/** Some five hundred stories as they lie ready; small beside what the process takes to make one. */
const PAGE_CACHE_MB = 64

const PUBLIC_SETTINGS = [
	'PORT',
	'HOST',
	'SITE_URL',
	'TRUSTED_PROXIES',
	'DOCUMENT_CACHE_MB',
	'EDGE_PURGE_URLS',
] as const

/** The settings of the process. This file alone reads `process.env`; README lists every name. */
export const env = {
	get port() {
		return Number(process.env.PORT ?? 3000)
	},
	get host() {
		return process.env.HOST || '127.0.0.1'
	},
	get dataDir() {
		// Found at run time; the build must not take the whole folder along.
		return resolve(/* turbopackIgnore: true */ process.env.DATA_DIR || './data')
	},
	get databaseFile() {
		return join(/* turbopackIgnore: true */ this.dataDir, 'square.db')
	},
	/** Photographs: a folder each, by the hash of the original. */
	get mediaDir() {
		return join(/* turbopackIgnore: true */ this.dataDir, 'media')
	},
	get databaseUrl() {
		return process.env.DATABASE_URL || ''
	},
	/** The address readers use, without a trailing slash. */
	get siteUrl() {
		return (process.env.SITE_URL || `http://${this.host}:${this.port}`).replace(/\/+$/, '')
	},
	get secureCookies() {
		return this.siteUrl.startsWith('https:')
	},
	get loadDemo() {
		return process.env.SQUARE_DEMO !== '0'
	},
	/** Addresses of the proxies in front, which alone are believed about where a request comes from. */
	get trustedProxies() {
		return (process.env.TRUSTED_PROXIES || '').split(/[\s,]+/).filter(Boolean)
	},
	/** Addresses of the proxies in front that are told which pages have changed. */
	get purgeUrls() {
		return (process.env.EDGE_PURGE_URLS || '').split(/[\s,]+/).filter(Boolean)
	},
	/** Memory for pages that lie ready, in bytes. */
	get pageCacheBytes() {
		return Number(process.env.DOCUMENT_CACHE_MB || PAGE_CACHE_MB) * 1024 * 1024
	},
	/** Limits on how often one address may act; off only for tests and benchmarks. */
	get rateLimits() {
		return process.env.SQUARE_LIMITS !== '0'
	},
	/** Where the secret is kept; unused while `SQUARE_SECRET` gives it. */
	get secretFile() {
		return process.env.SQUARE_SECRET ? null : join(/* turbopackIgnore: true */ this.dataDir, 'secret')
	},
	get secret() {
		const path = this.secretFile
		return path ? secretFromFile(path) : validateSecret(process.env.SQUARE_SECRET || '')
	},
	/** Empty where the secret is a file in the data folder. */
	get secretFromEnvironment() {
		return process.env.SQUARE_SECRET || ''
	},
	/** The settings that are given and hold no secret, by name. */
	get publicSettings(): Record<string, string> {
		const given = PUBLIC_SETTINGS.map((name) => [name, process.env[name] ?? ''] as const)
		return Object.fromEntries(given.filter(([, value]) => value !== ''))
	},
}

const known = { path: '', secret: '' }

/** The secret file, read once; it is made with a new database alone. */
function secretFromFile(path: string): string {
	if (known.path !== path) Object.assign(known, { path, secret: readSecret(path) })
	return known.secret
}
