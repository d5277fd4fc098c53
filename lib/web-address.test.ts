import { expect, test } from 'vitest'
import { decodedPart, headerPath, isWebAddress, localPath } from './web-address'

test.each(['/', '/news/a?page=2#comment-1', '/desk/stories/3', '/news/%E6%97%A5'])('%s leads on', (path) => {
	expect(localPath(path)).toBe(path)
})

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
])('%j leads to the front page', (path) => {
	expect(localPath(path)).toBe('/')
})

test('a path of any script fits a header and comes back', () => {
	for (const path of ['/news/日本語-見出し#moods', '/news/brown-wall', '/news/a%20b', '/news/\ud800']) {
		const header = headerPath(path)
		expect(header).toMatch(/^[\x20-\x7e]+$/)
		expect(headerPath(header)).toBe(header)
	}
	expect(decodedPart(headerPath('/news/日本語'))).toBe('/news/日本語')
	expect(decodedPart('%ff')).toBe('%ff')
})

test('only http and https are web addresses', () => {
	expect(isWebAddress('https://example.org')).toBe(true)
	for (const text of ['javascript:alert(1)', 'ftp://example.org', 'example.org', ''])
		expect(isWebAddress(text)).toBe(false)
})
