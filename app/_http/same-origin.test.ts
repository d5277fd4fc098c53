import { expect, test } from 'vitest'
import { requireSameOrigin } from './same-origin'

const from = (headers: Record<string, string>) => () =>
	requireSameOrigin({ headers: new Headers({ host: 'news.example', ...headers }) })

test.each([
	{ 'sec-fetch-site': 'same-origin' },
	{ origin: 'http://news.example' },
	{ origin: 'https://news.example' },
	{},
])('accepts same-origin or absent headers: %j', (headers) => {
	expect(from(headers as Record<string, string>)).not.toThrow()
})

test.each([
	{ 'sec-fetch-site': 'cross-site' },
	{ 'sec-fetch-site': 'same-site' },
	{ 'sec-fetch-site': 'none' },
	{ 'sec-fetch-site': 'cross-site', origin: 'http://news.example' },
	{ origin: 'null' },
	{ origin: 'http://news.example.evil.example' },
	{ origin: 'http://news.example:8080' },
	{ origin: '' },
])('refuses cross-origin headers: %j', (headers) => {
	expect(from(headers as Record<string, string>)).toThrow('another site')
})
