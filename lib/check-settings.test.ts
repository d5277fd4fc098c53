import { readFileSync } from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { assertSettings, SETTING_RULES } from './check-settings'
import { env } from './env'

/** Refused by `openDataFolder`, `readSecret` and `parseTrustedProxies`. */
const CHECKED_ELSEWHERE = ['DATA_DIR', 'SQUARE_SECRET', 'TRUSTED_PROXIES']

afterEach(() => void vi.unstubAllEnvs())

test('every setting has a rule, which accepts its example', () => {
	const read = readFileSync('lib/env.ts', 'utf8').matchAll(/process\.env\.(\w+)/g)
	const names = new Set([...read].map(([, name]) => name))
	expect([...names].sort()).toEqual([...Object.keys(SETTING_RULES), ...CHECKED_ELSEWHERE].sort())
	for (const [name, { example }] of Object.entries(SETTING_RULES)) vi.stubEnv(name, example)
	assertSettings()
})

test.each([
	['PORT', ['80', '65535']],
	['HOST', ['0.0.0.0', '::', 'localhost', 'fe80::1%eth0']],
	['SITE_URL', ['http://127.0.0.1:3000', 'https://news.example.org/', 'http://[::1]:3000']],
	['DOCUMENT_CACHE_MB', ['0', '2048']],
	['EDGE_PURGE_URLS', ['http://127.0.0.1:6081/, https://cdn.example.org/purge?key=1']],
	['SMTP_URL', ['smtp://127.0.0.1:2525', 'smtps://ada%40example.org:a%2Fb@mail.example.org']],
	['MAIL_FROM', ['newsroom@example.org']],
	[
		'DATABASE_URL',
		[
			'postgres://square@127.0.0.1/square',
			'postgresql://square:a%2Fb@db.example.org:5432/square?sslmode=verify-full',
			'postgres:///square?host=/var/run/postgresql',
			'postgres://square@%2Fvar%2Frun%2Fpostgresql/square',
		],
	],
	['SQUARE_DEMO', ['0', '1']],
	['SQUARE_LIMITS', ['0', '1']],
])('%s accepts %j and, as unset, an empty value', (name, values) => {
	for (const value of ['', ...values]) {
		vi.stubEnv(name, value)
		assertSettings()
	}
})

test.each([
	['PORT', ['http', '0', '65536', '3000.5', '-1', '0x50', ' ']],
	['HOST', ['127.0.0.1:3000/', 'a b', 'http://127.0.0.1', '[::1]']],
	[
		'SITE_URL',
		[
			'news.example.org',
			'https://',
			'https://news.example.org/site',
			'https://news.example.org?a',
			'https://a@news.example.org',
			'HTTPS://news.example.org',
			' https://news.example.org',
			'https://news.example.org:port',
			'ftp://news.example.org',
		],
	],
	['DOCUMENT_CACHE_MB', ['64MB', '0.5', '-1', '1e9', 'Infinity', '99999999']],
	['EDGE_PURGE_URLS', ['127.0.0.1:6081', 'http://', 'http://127.0.0.1:6081/ varnish']],
	['MAIL_FROM', ['newsroom', 'The Courier <a@example.org>', 'a@example.org\nBcc: b@example.org']],
	['GITHUB_CLIENT_ID', ['an-id-without-a-secret']],
	['GITHUB_URL', ['http://github.example.org', 'https://github.example.org/login', 'github.com']],
	['SQUARE_DEMO', ['false', 'no']],
	['SQUARE_LIMITS', ['off']],
])('%s refuses %j with its name', (name, values) => {
	for (const value of values) {
		vi.stubEnv(name, value)
		const message = expect.stringContaining(`${name} is “${value}”, not `)
		expect(assertSettings, value).toThrow(expect.objectContaining({ name: 'StartRefusal', message }))
	}
})

test.each([
	['SMTP_URL', 'mail.example.net'],
	['SMTP_URL', 'http://mail.example.net'],
	['SMTP_URL', 'smtp://'],
	['SMTP_URL', 'smtp://a:%zz@mail.example.net'],
	['DATABASE_URL', 'db.example.org'],
	['DATABASE_URL', 'postgres://'],
	['DATABASE_URL', 'mysql://square:word@db.example.org/square'],
	['DATABASE_URL', 'postgres://square:wo/rd@db.example.org/square'],
	['DATABASE_URL', 'postgres://square:wo#rd@db.example.org/square'],
	['DATABASE_URL', 'postgres://square:%zz@db.example.org/square'],
])('%s refuses %j without printing it', (name, value) => {
	vi.stubEnv(name, value)
	const [, secretPart = value] = value.split('://')
	const refusal = { name: 'StartRefusal', message: expect.stringMatching(`^${name} is not the address`) }
	expect(assertSettings).toThrow(expect.objectContaining(refusal))
	if (secretPart) expect(assertSettings).not.toThrow(secretPart)
})

test('a secret of a provider without its id is refused without printing it', () => {
	vi.stubEnv('GOOGLE_CLIENT_SECRET', 'a-secret')
	const message = expect.not.stringContaining('a-secret')
	expect(assertSettings).toThrow(expect.objectContaining({ name: 'StartRefusal', message }))
})

test('the default address of an IPv6 host is a URL', () => {
	vi.stubEnv('HOST', '::1')
	vi.stubEnv('PORT', '')
	vi.stubEnv('SITE_URL', '')
	expect(env.siteUrl).toBe('http://[::1]:3000')
})
