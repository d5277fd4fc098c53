import { expect, test } from 'vitest'
import type { ForwardedHeader } from '@/lib/route-request'
import { isCounted } from './counted-request'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0'

const counted = (headers: Partial<Record<ForwardedHeader, string>>) =>
	isCounted({ headers: { get: (name) => headers[name] ?? null } })

test('readers are counted, declared programs are not', () => {
	expect(counted({ 'user-agent': FIREFOX })).toBe(true)
	for (const agent of [
		'',
		'Googlebot/2.1',
		'curl/8.5',
		'facebookexternalhit/1.1',
		'Mozilla/5.0 HeadlessChrome',
	])
		expect(counted({ 'user-agent': agent })).toBe(false)
})

test('prefetches and browsers with DNT or GPC are not counted', () => {
	for (const header of [{ dnt: '1' }, { 'sec-gpc': '1' }, { 'sec-purpose': 'prefetch;prerender' }])
		expect(counted({ 'user-agent': FIREFOX, ...header })).toBe(false)
	expect(counted({ 'user-agent': FIREFOX, dnt: '0' })).toBe(true)
})
