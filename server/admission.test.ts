import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { DESK_FORM_BYTES_MAX } from '@/lib/form-size'
import { refusalOf } from './admission'

const asked = (method: string, url: string, headers: Record<string, string> = {}) =>
	refusalOf({ method, url, headers } as unknown as IncomingMessage)?.status ?? 'let in'

test.each([
	['GET', '/news/a?page=2', {}, 'let in'],
	['GET', '/news/%E6%97%A5', {}, 'let in'],
	['HEAD', '/', {}, 'let in'],
	['POST', '/news/a/moods', { 'content-length': '10' }, 'let in'],
	['POST', '/news/a/comments', { 'content-length': '1048576' }, 'let in'],
	['POST', '/news/a/comments', { 'content-length': '1048577' }, 413],
	['POST', '/api/auth/signout', { 'content-length': '400000000' }, 413],
	['POST', '/news/a/comments', { 'transfer-encoding': 'chunked' }, 411],
	['POST', '/desk/photographs', { 'content-length': String(DESK_FORM_BYTES_MAX) }, 'let in'],
	['POST', '/desk/photographs', { 'content-length': String(DESK_FORM_BYTES_MAX + 1) }, 413],
	['GET', '/news/%ff', {}, 400],
	['GET', '/news/a', { rsc: '1' }, 400],
	['GET', '/news/a.rsc', {}, 400],
	['GET', '/news/a.rsc?page=2', {}, 400],
	['GET', '/desk/stories', { rsc: '1' }, 'let in'],
	['OPTIONS', '*', {}, 400],
	['TRACE', '/', {}, 405],
	['PUT', '/desk', {}, 405],
])('%s %s %j: %s', (method, url, headers, status) => {
	expect(asked(method, url, headers as Record<string, string>)).toBe(status)
})
