import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { FORM_ROUTES } from '@/app/_http/form-routes'
import { DESK_FORM_BYTES_MAX } from '@/lib/limits'
import { canonicalUrl, rejectionFor } from './request-guard'

const statusOf = (method: string, url: string, headers: Record<string, string> = {}) =>
	rejectionFor({ method, url, headers } as unknown as IncomingMessage, {
		dev: false,
		siteUrl: 'https://news.example',
		forms: FORM_ROUTES,
	})?.status ?? 'accepted'

const FORM = { 'content-type': 'multipart/form-data; boundary=x', host: 'news.example' }

test.each([
	['GET', '/news/a?page=2', {}, 'accepted'],
	['GET', '/news/%E6%97%A5', {}, 'accepted'],
	['HEAD', '/', {}, 'accepted'],
	['POST', '/news/a/moods', { 'content-length': '10' }, 'accepted'],
	['POST', '/news/a/comments', { 'content-length': '1048576' }, 'accepted'],
	['POST', '/news/a/comments', { 'content-length': '1048577' }, 413],
	['POST', '/news/a/comments', { 'content-length': 'many' }, 413],
	['POST', '/news/a/comments', { 'transfer-encoding': 'chunked' }, 411],
	['POST', '/news/a/comments', { 'content-encoding': 'gzip' }, 415],
	['POST', '/session', {}, 'accepted'],
	['POST', '/', FORM, 405],
	['POST', '/account', FORM, 405],
	['POST', '/news/a', FORM, 405],
	['POST', '/api/auth/session', {}, 405],
	['POST', '/api/auth/signout', {}, 405],
	['POST', '/nowhere', {}, 405],
	['POST', '/%73ession', {}, 400],
	['POST', '/%64esk/photographs', FORM, 400],
	['POST', '/desk/photographs', { ...FORM, 'content-length': String(DESK_FORM_BYTES_MAX) }, 'accepted'],
	['POST', '/desk/photographs', { ...FORM, 'content-length': String(DESK_FORM_BYTES_MAX + 1) }, 413],
	['POST', '/desk', { ...FORM, 'content-type': 'application/x-www-form-urlencoded' }, 415],
	['POST', '/desk', { ...FORM, origin: 'https://news.example' }, 'accepted'],
	['POST', '/desk', { ...FORM, origin: 'https://evil.test' }, 403],
	['POST', '/desk', { ...FORM, origin: 'http://' }, 403],
	['POST', '/desk', { ...FORM, 'sec-fetch-site': 'cross-site' }, 403],
	['POST', '/desk', { ...FORM, 'x-action-forwarded': '1' }, 400],
	['GET', '/news/%ff', {}, 400],
	['GET', '/news/\xff', {}, 400],
	['GET', '//evil.test', {}, 400],
	['GET', '/news/..', {}, 400],
	['GET', '/news/../desk', {}, 400],
	['GET', '/news/%2E%2e', {}, 400],
	['GET', '/.', {}, 400],
	['GET', 'http://evil.test/', {}, 400],
	['GET', '/news/a', { rsc: '1' }, 400],
	['GET', '/news/a', { 'next-action': '00' }, 400],
	['GET', '/news/a.rsc', {}, 400],
	['GET', '/news/a.rsc?page=2', {}, 400],
	['GET', '/desk/stories', { rsc: '1' }, 'accepted'],
	['GET', '/desk', { rsc: '1', 'next-router-state-tree': '%5B%22%22%2C%7B%7D%5D' }, 'accepted'],
	[
		'GET',
		'/desk',
		{ rsc: '1', 'next-router-state-tree': '%5B%22%22%2C%7B%22a%22%3A%5B%22x%22%5D%7D%5D' },
		400,
	],
	['GET', '/desk.rsc', { 'next-router-state-tree': '%' }, 400],
	// Next's own request for the target of an action's redirect carries the headers of that response.
	['GET', '/desk/stories/1', { rsc: '1', 'x-action-redirect': '/desk/stories/1;push' }, 'accepted'],
	['OPTIONS', '/', {}, 405],
	['TRACE', '/', {}, 405],
	['PUT', '/desk', {}, 405],
])('%s %s %j: %s', (method, url, headers, status) => {
	expect(statusOf(method, url, headers as Record<string, string>)).toBe(status)
})

test.each([
	['/news/a?x=%61', null],
	['/news/%61?x=%61', '/news/a?x=%61'],
	['/news/%e6%97%a5', '/news/%E6%97%A5'],
	['/news/[a]', '/news/%5Ba%5D'],
	['/news/a%2Fb', null],
])('the canonical URL of %s is %s', (url, canonical) => {
	expect(canonicalUrl(url)).toBe(canonical)
})
