import { expect, test } from 'vitest'
import {
	canonicalHttpUrl,
	canonicalPath,
	decodeSafely,
	encodeLocation,
	mailtoUrl,
	safeReturnPath,
} from './urls'

test.each(['/', '/news/a?page=2#comment-1', '/desk/stories/3', '/news/%E6%97%A5'])(
	'safeReturnPath keeps %s',
	(path) => {
		expect(safeReturnPath(path)).toBe(path)
	},
)

test.each([
	null,
	'',
	'news',
	'//evil.example',
	'/\\evil.example',
	'/.//evil.example',
	'/..//evil.example/x',
	'/a/../..//evil.example',
	'https://evil.example',
	'javascript:alert(1)',
	'/\t/evil.example',
])('safeReturnPath replaces %j by /', (path) => {
	expect(safeReturnPath(path)).toBe('/')
})

test.each([
	'ada@example.org',
	'ada+news@example.org',
	'a?bcc=b%40example.org&body=words@example.org',
	"o'hara/{x}|~@example.org",
	'@@example.org',
])('mailtoUrl leads to %s alone', (email) => {
	const { pathname, search, hash } = new URL(mailtoUrl(email))
	expect([decodeURIComponent(pathname), search, hash]).toEqual([email, '', ''])
})

test('encodeLocation returns ASCII that decodeSafely inverts', () => {
	for (const path of ['/news/日本語-見出し#moods', '/news/brown-wall', '/news/a%20b', '/news/\ud800']) {
		const header = encodeLocation(path)
		expect(header).toMatch(/^[\x20-\x7e]+$/)
		expect(encodeLocation(header)).toBe(header)
	}
	expect(decodeSafely(encodeLocation('/news/日本語'))).toBe('/news/日本語')
	expect(decodeSafely('%ff')).toBe('%ff')
})

test.each([
	['https://example.org', 'https://example.org/'],
	['HTTP://EXAMPLE.org:80/%7Ea?b#c', 'http://example.org/%7Ea?b#c'],
	['https://例え.jp/あ', 'https://xn--r8jz45g.jp/%E3%81%82'],
])('the canonical URL of %s is %s', (text, address) => {
	expect(canonicalHttpUrl(text)).toBe(address)
	expect(canonicalHttpUrl(address)).toBe(address)
})

test.each([
	'javascript:alert(1)',
	'ftp://example.org',
	'example.org',
	'',
	'//example.org',
	'https:a.b',
	'https://a@b.c',
])('canonicalHttpUrl returns null for %j', (text) => {
	expect(canonicalHttpUrl(text)).toBeNull()
})

test.each([
	['/news/a-b_c.d~e!f', '/news/a-b_c.d~e!f'],
	['/%6eews/%61', '/news/a'],
	['/news/%e6%97%a5', '/news/%E6%97%A5'],
	["/a'(b)*/$&+,:;=@", "/a'(b)*/$&+,:;=@"],
	['/%24%26%2B%2C%3A%3B%3D%40', '/$&+,:;=@'],
	['/a%2Fb%5C%00', '/a%2Fb%5C%00'],
	['/[a]|^', '/%5Ba%5D%7C%5E'],
	['/%ff', null],
	['/%', null],
])('the canonical path of %s is %s', (path, canonical) => {
	expect(canonicalPath(path)).toBe(canonical)
	if (canonical) expect(canonicalPath(canonical)).toBe(canonical)
})
