import { beforeAll, expect, test } from 'vitest'
import { sign } from '@/lib/signing'
import { variantForCookies } from './cache-variant'

beforeAll(() => {
	process.env.SQUARE_SECRET = 'a secret of this test'
})

const DEFAULT_VARIANT = { isPrivate: false, ad: '', appearance: '' }
const reader = () => `square-reader=${sign('reader', 'r-1')}`

test('missing, unknown and forged cookies give the default variant', () => {
	for (const cookie of [
		undefined,
		'',
		'a=b',
		'=',
		';;',
		'square-session=',
		'square-reader=made-up.x',
		'own=1',
	])
		expect(variantForCookies(cookie), cookie).toEqual(DEFAULT_VARIANT)
})

test('session and recent-write cookies make a page private', () => {
	expect(variantForCookies('square-session=x').isPrivate).toBe(true)
	expect(variantForCookies('a=b; square-session=x; square-islands=1').isPrivate).toBe(true)
	expect(variantForCookies('square-recent-write=1; square-islands=1').isPrivate).toBe(true)
})

test('a reader cookie makes a page private only without scripts', () => {
	expect(variantForCookies(reader()).isPrivate).toBe(true)
	expect(variantForCookies(`${reader()}; square-islands=1`)).toEqual(DEFAULT_VARIANT)
	expect(variantForCookies(`${reader()}; square-islands=1`, true).isPrivate).toBe(true)
	expect(variantForCookies('square-islands=1', true).isPrivate).toBe(false)
})

test('only a signed ad cookie without scripts is a variant', () => {
	const closed = `square-ad-closed=${sign('ad', '7')}`
	expect(variantForCookies(closed).ad).toBe(closed)
	expect(variantForCookies(`${closed}; square-islands=1`).ad).toBe('')
	expect(variantForCookies('square-ad-closed=7').ad).toBe('')
	expect(variantForCookies(`square-ad-closed=${sign('reader', '7')}`).ad).toBe('')
})

test('unknown appearances give no attributes', () => {
	expect(variantForCookies('square-appearance=dark.large').appearance).toBe(
		' data-theme="dark" data-size="large"',
	)
	expect(variantForCookies('square-appearance=system.normal').appearance).toBe('')
	expect(variantForCookies('square-appearance=%22%3E%3Cscript%3E.large').appearance).toBe('')
})
