import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { FORM_ROUTES } from '@/app/_http/form-routes'
import { DESK_FORM_BYTES_MAX } from '@/lib/limits'
import { canonicalUrl, rejectionFor } from './request-guard'

const asked = (method: string, url: string, headers: Record<string, string> = {}) =>
	rejectionFor({ method, url, headers } as unknown as IncomingMessage, {
		dev: false,
		siteUrl: 'https://news.example',
		forms: FORM_ROUTES,
	})?.status ?? 'let in'

const FORM = { 'content-type': 'multipart/form-data; boundary=x', host: 'news.example' }

test.each([
	['GET', '/news/a?page=2', {}, 'let in'],
	['GET', '/news/%E6%97%A5', {}, 'let in'],
	['HEAD', '/', {}, 'let in'],
	['POST', '/news/a/moods', { 'content-length': '10' }, 'let in'],
	['POST', '/news/a/comments', { 'content-length': '1048576' }, 'let in'],
	['POST', '/news/a/comments', { 'content-length': '1048577' }, 413],
	['POST', '/news/a/comments', { 'content-length': 'many' }, 413],
	['POST', '/news/a/comments', { 'transfer-encoding': 'chunked' }, 411],
	['POST', '/news/a/comments', { 'content-encoding': 'gzip' }, 415],
	['POST', '/session', {}, 'let in'],
	['POST', '/', FORM, 405],
	['POST', '/account', FORM, 405],
	['POST', '/news/a', FORM, 405],
	['POST', '/api/auth/session', {}, 405],
	['POST', '/api/auth/signout', {}, 405],
	['POST', '/nowhere', {}, 405],
	['POST', '/%73ession', {}, 400],
	['POST', '/%64esk/photographs', FORM, 400],
	['POST', '/desk/photographs', { ...FORM, 'content-length': String(DESK_FORM_BYTES_MAX) }, 'let in'],
	['POST', '/desk/photographs', { ...FORM, 'content-length': String(DESK_FORM_BYTES_MAX + 1) }, 413],
	['POST', '/desk', { ...FORM, 'content-type': 'application/x-www-form-urlencoded' }, 415],
	['POST', '/desk', { ...FORM, origin: 'https://news.example' }, 'let in'],
	['POST', '/desk', { ...FORM, origin: 'https://evil.test' }, 403],
	['POST', '/desk', { ...FORM, origin: 'http://' }, 403],
	['POST', '/desk', { ...FORM, 'sec-fetch-site': 'cross-site' }, 403],
	['POST', '/desk', { ...FORM, 'x-action-forwarded': '1' }, 400],
	['GET', '/news/%ff', {}, 400],
	['GET', '/news/\xff', {}, 400],
	['GET', '//evil.test', {}, 400],
	['GET', 'http://evil.test/', {}, 400],
	['GET', '/news/a', { rsc: '1' }, 400],
	['GET', '/news/a', { 'next-action': '00' }, 400],
	['GET', '/news/a.rsc', {}, 400],
	['GET', '/news/a.rsc?page=2', {}, 400],
	['GET', '/desk/stories', { rsc: '1' }, 'let in'],
	// Next's own request for the page that an action redirects to carries the headers of that answer.
	['GET', '/desk/stories/1', { rsc: '1', 'x-action-redirect': '/desk/stories/1;push' }, 'let in'],
	['OPTIONS', '/', {}, 405],
	['TRACE', '/', {}, 405],
	['PUT', '/desk', {}, 405],
])('%s %s %j: %s', (method, url, headers, status) => {
	expect(asked(method, url, headers as Record<string, string>)).toBe(status)
})

test.each([
	['/news/a?x=%61', null],
	['/news/%61?x=%61', '/news/a?x=%61'],
	['/news/%e6%97%a5', '/news/%E6%97%A5'],
	['/news/[a]', '/news/%5Ba%5D'],
	['/news/a%2Fb', null],
])('%s is asked for at %s', (url, clientIp) => {
	expect(canonicalUrl(url)).toBe(clientIp)
})
