import { givenSetting } from './env'
import { StartRefusal } from './start-refusal'

type Rule = {
	isValid: (value: string) => boolean
	expected: string
	example: string
	/** Leaves the value out of the message, since it may hold a password. */
	secret?: boolean
}

const PORT_MAX = 65_535
const ORIGIN = /^https?:\/\/[^\s/?#@\\]+\/*$/

const isPort = (value: string): boolean =>
	/^\d+$/.test(value) && Number(value) > 0 && Number(value) <= PORT_MAX
const isOrigin = (value: string): boolean => ORIGIN.test(value) && URL.canParse(value)
const isSmtpUrl = (value: string): boolean =>
	/^smtps?:\/\/\S+$/.test(value) && URL.canParse(value) && hasHost(new URL(value))
const hasHost = (url: URL): boolean => isDecodable(url) && url.hostname !== ''
const isHttpUrl = (value: string): boolean => /^https?:\/\/\S/.test(value) && URL.canParse(value)

/** Whether the text is the URL of a PostgreSQL database; its host may be a parameter too: a folder of sockets. */
export function isPostgresUrl(value: string): boolean {
	if (!/^postgres(ql)?:\/\/\S+$/.test(value) || !URL.canParse(value)) return false
	const url = new URL(value)
	return isDecodable(url) && url.hash === '' && (url.hostname !== '' || url.searchParams.has('host'))
}

function isDecodable({ username, password }: URL): boolean {
	try {
		return typeof decodeURIComponent(username + password) === 'string'
	} catch {
		return false
	}
}

/** Too long to guess, as the site's own secret. */
const WEBHOOK_KEY_LENGTH_MIN = 20
const isWebhook = (value: string): boolean =>
	isHttpUrl(value) && hasHost(new URL(value)) && new URL(value).username.length >= WEBHOOK_KEY_LENGTH_MIN

/** Names as S3 allows them for buckets, then folders. */
const BUCKET_URL = /^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/(?!\.{1,2}(\/|$))[\w.-]+)*\/?$/

export const isBucketUrl = (value: string): boolean =>
	BUCKET_URL.test(value) &&
	['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'].every((name) => givenSetting(name) !== '')

export const BUCKET_URL_EXPECTED =
	's3://BUCKET or s3://BUCKET/FOLDER, given together with AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY'

const isKey = (value: string): boolean => /^[!-~]+$/.test(value)

const SWITCH = { isValid: (value: string) => value === '0' || value === '1', expected: '0 or 1' }

/** Id or secret that a provider of sign-ins has registered for the site. */
function registration(other: string, example: string): Rule {
	const isValid = (value: string) => /^[!-~]+$/.test(value) && givenSetting(other) !== ''
	return { isValid, expected: `a text without spaces, given together with ${other}`, example }
}

/** Secrets and tokens go to the provider, so that its URL is encrypted, or of this machine. */
function providerUrl(example: string): Rule {
	const isValid = (value: string) =>
		isOrigin(value) && (value.startsWith('https:') || new URL(value).hostname === '127.0.0.1')
	return { isValid, expected: 'an https address without a path', example }
}

/** Settings that are invalid by themselves; all others are checked where they are used, before any change. */
export const SETTING_RULES: Record<string, Rule> = {
	PORT: { isValid: isPort, expected: `a number from 1 to ${PORT_MAX}`, example: '3000' },
	HOST: {
		isValid: (value) => /^[\w.:%-]+$/.test(value),
		expected: 'an IP address or a host name of this machine',
		example: '127.0.0.1',
	},
	SITE_URL: {
		isValid: isOrigin,
		expected: 'the public address without a path: a site has a host of its own',
		example: 'https://news.example.org',
	},
	DOCUMENT_CACHE_MB: {
		// More digits exceed the memory of any machine.
		isValid: (value) => /^\d{1,7}$/.test(value),
		expected: 'a whole number of megabytes',
		example: '64',
	},
	EDGE_PURGE_URLS: {
		isValid: (value) =>
			value
				.split(/[\s,]+/)
				.filter(Boolean)
				.every(isHttpUrl),
		expected: 'a list of http addresses of proxies',
		example: 'http://127.0.0.1:6081/',
	},
	MEDIA_URL: { isValid: isBucketUrl, expected: BUCKET_URL_EXPECTED, example: 's3://news-pictures/site' },
	S3_ENDPOINT: {
		isValid: isOrigin,
		expected: 'the http address of an S3-compatible server, without a path',
		example: 'https://s3.fr-par.scw.cloud',
	},
	S3_REGION: {
		isValid: (value) => /^[\w-]+$/.test(value),
		expected: 'the name of a region',
		example: 'fr-par',
	},
	AWS_ACCESS_KEY_ID: { isValid: isKey, expected: 'a text without spaces', example: 'KEY', secret: true },
	AWS_SECRET_ACCESS_KEY: {
		isValid: isKey,
		expected: 'a text without spaces',
		example: 'SECRET',
		secret: true,
	},
	SMTP_URL: {
		isValid: isSmtpUrl,
		expected: 'the address of an SMTP server; reserved characters of its password are percent-encoded',
		example: 'smtp://USER:PASSWORD@mail.example.org:587',
		secret: true,
	},
	MAIL_FROM: {
		isValid: (value) => /^[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+$/.test(value),
		expected: 'an e-mail address without a name; the name is that of the site',
		example: 'newsroom@example.org',
	},
	MODERATION_WEBHOOK: {
		isValid: isWebhook,
		expected: `an http address with a key of at least ${WEBHOOK_KEY_LENGTH_MIN} characters before its host`,
		example: 'https://a-key-of-20-characters@checks.example.org/comments',
		secret: true,
	},
	GITHUB_CLIENT_ID: registration('GITHUB_CLIENT_SECRET', 'Iv1.0123456789abcdef'),
	GITHUB_CLIENT_SECRET: { ...registration('GITHUB_CLIENT_ID', 'SECRET'), secret: true },
	GITHUB_URL: providerUrl('https://github.example.org'),
	GOOGLE_CLIENT_ID: registration('GOOGLE_CLIENT_SECRET', '1234-abcd.apps.googleusercontent.com'),
	GOOGLE_CLIENT_SECRET: { ...registration('GOOGLE_CLIENT_ID', 'SECRET'), secret: true },
	GOOGLE_ISSUER: providerUrl('https://accounts.google.com'),
	DATABASE_URL: {
		isValid: isPostgresUrl,
		expected:
			'the address of a PostgreSQL database; without one the site uses SQLite. Reserved characters of its password are percent-encoded',
		example: 'postgres://USER:PASSWORD@127.0.0.1:5432/square',
		secret: true,
	},
	SQUARE_DEMO: { ...SWITCH, example: '0' },
	SQUARE_LIMITS: { ...SWITCH, example: '1' },
}

/** @throws StartRefusal that names every invalid setting */
export function assertSettings(): void {
	const invalid = Object.entries(SETTING_RULES).filter(([name, { isValid }]) => {
		const value = givenSetting(name)
		return value !== '' && !isValid(value)
	})
	if (invalid.length === 0) return
	const found = invalid.map(([name, { expected, secret }]) =>
		secret ? `${name} is not ${expected}.` : `${name} is “${givenSetting(name)}”, not ${expected}.`,
	)
	const examples = invalid.map(([name, { example }]) => `${name}=${example}`)
	throw new StartRefusal(
		found.join('\n'),
		`Nothing was changed. Correct it, for example: ${examples.join(' ')}`,
	)
}
