import { join, resolve } from 'node:path'
import { readSecret, validateSecret } from './secret'
import { PROVIDERS, type Provider } from './sign-in-providers'

/** Default size of the page cache: about 500 compressed stories. */
const PAGE_CACHE_MB = 64

const PUBLIC_SETTINGS = [
	'PORT',
	'HOST',
	'SITE_URL',
	'TRUSTED_PROXIES',
	'DOCUMENT_CACHE_MB',
	'EDGE_PURGE_URLS',
	'GITHUB_CLIENT_ID',
	'GITHUB_URL',
	'GOOGLE_CLIENT_ID',
	'GOOGLE_ISSUER',
] as const

/** What a provider has registered for the site, and the URLs of its servers. */
export type ProviderSettings = { clientId: string; clientSecret: string; url: string; apiUrl: string }

/**
 * Settings from environment variables, listed in README. Only programs, demo and tests read `process.env`
 * elsewhere.
 */
export const env = {
	get port() {
		return Number(process.env.PORT || 3000)
	},
	get host() {
		return process.env.HOST || '127.0.0.1'
	},
	get dataDir() {
		// Resolved at run time, so that the build does not trace the whole folder.
		return resolve(/* turbopackIgnore: true */ process.env.DATA_DIR || './data')
	},
	get databaseFile() {
		return join(/* turbopackIgnore: true */ this.dataDir, 'square.db')
	},
	/** Folder of photographs, with a subfolder for each, named by the hash of the original. */
	get mediaDir() {
		return join(/* turbopackIgnore: true */ this.dataDir, 'media')
	},
	/** URL of the PostgreSQL database, possibly with a password; empty for SQLite in the data folder. */
	get databaseUrl() {
		return process.env.DATABASE_URL || ''
	},
	/** Public base URL, without a trailing slash. */
	get siteUrl() {
		const host = this.host.includes(':') ? `[${this.host}]` : this.host
		return (process.env.SITE_URL || `http://${host}:${this.port}`).replace(/\/+$/, '')
	},
	get secureCookies() {
		return this.siteUrl.startsWith('https:')
	},
	get loadDemo() {
		return process.env.SQUARE_DEMO !== '0'
	},
	/** IP addresses and networks (CIDR) of reverse proxies whose forwarding headers are trusted. */
	get trustedProxies() {
		return (process.env.TRUSTED_PROXIES || '').split(/[\s,]+/).filter(Boolean)
	},
	/** Base URLs of proxies that receive PURGE requests. */
	get purgeUrls() {
		return (process.env.EDGE_PURGE_URLS || '').split(/[\s,]+/).filter(Boolean)
	},
	/** URL of the SMTP server, possibly with a password; empty without mail. */
	get smtpUrl() {
		return process.env.SMTP_URL || ''
	},
	/** Sender address of mails. */
	get mailFrom() {
		return process.env.MAIL_FROM || `no-reply@${new URL(this.siteUrl).hostname}`
	},
	/** The service that checks comments, with the key of its signatures; null without one. */
	get moderationWebhook() {
		if (!process.env.MODERATION_WEBHOOK) return null
		const url = new URL(process.env.MODERATION_WEBHOOK)
		const secret = decodeURIComponent(url.username)
		url.username = ''
		return { url: url.href, secret }
	},
	/** The sign-in with GitHub, or with a GitHub Enterprise Server at `GITHUB_URL`; null without its registration. */
	get github(): ProviderSettings | null {
		const url = origin(process.env.GITHUB_URL) || 'https://github.com'
		const apiUrl = process.env.GITHUB_URL ? `${url}/api/v3` : 'https://api.github.com'
		return registered(process.env.GITHUB_CLIENT_ID, process.env.GITHUB_CLIENT_SECRET, { url, apiUrl })
	},
	/** The sign-in with Google, whose configuration is found at its issuer; null without its registration. */
	get google(): ProviderSettings | null {
		const url = origin(process.env.GOOGLE_ISSUER) || 'https://accounts.google.com'
		return registered(process.env.GOOGLE_CLIENT_ID, process.env.GOOGLE_CLIENT_SECRET, { url, apiUrl: url })
	},
	/** The providers that are set up. */
	get providers(): Provider[] {
		return PROVIDERS.filter((provider) => this[provider] !== null)
	},
	/** Origins of their pages for signing in. */
	get providerOrigins(): string[] {
		return [...new Set(this.providers.map((provider) => new URL(this[provider]?.url ?? '').origin))]
	},
	/** Size of the page cache in bytes. */
	get pageCacheBytes() {
		return Number(process.env.DOCUMENT_CACHE_MB || PAGE_CACHE_MB) * 1024 * 1024
	},
	/** Whether rate limits are on; off only for tests and benchmarks. */
	get rateLimits() {
		return process.env.SQUARE_LIMITS !== '0'
	},
	/** Path of the secret file; null if `SQUARE_SECRET` is set. */
	get secretFile() {
		return process.env.SQUARE_SECRET ? null : join(/* turbopackIgnore: true */ this.dataDir, 'secret')
	},
	get secret() {
		const path = this.secretFile
		return path ? secretFromFile(path) : validateSecret(process.env.SQUARE_SECRET || '')
	},
	/** `SQUARE_SECRET`; empty if the secret is a file. */
	get secretFromEnvironment() {
		return process.env.SQUARE_SECRET || ''
	},
	/** The non-secret settings that are set, by name. */
	get publicSettings(): Record<string, string> {
		const given = PUBLIC_SETTINGS.map((name) => [name, process.env[name] ?? ''] as const)
		return Object.fromEntries(given.filter(([, value]) => value !== ''))
	},
}

const origin = (url = ''): string => url.replace(/\/+$/, '')

const registered = (
	clientId: string | undefined,
	clientSecret: string | undefined,
	urls: Pick<ProviderSettings, 'url' | 'apiUrl'>,
): ProviderSettings | null => (clientId && clientSecret ? { clientId, clientSecret, ...urls } : null)

/** The value of an environment variable as given; empty if unset. */
export const givenSetting = (name: string): string => process.env[name] ?? ''

const known = { path: '', secret: '' }

/** Reads the secret file once; `createSecret` creates it with a new database. */
function secretFromFile(path: string): string {
	if (known.path !== path) Object.assign(known, { path, secret: readSecret(path) })
	return known.secret
}
