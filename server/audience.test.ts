import { beforeAll, expect, test } from 'vitest'
import { sign } from '@/lib/signed'
import { audienceOf } from './audience'

beforeAll(() => {
	process.env.SQUARE_SECRET = 'a secret of this test'
})

const EVERYBODY = { personal: false, variant: '', look: '' }
const reader = () => `square-reader=${sign('reader', 'r-1')}`

test('somebody without cookies, or with anybody else’s, is everybody', () => {
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
		expect(audienceOf(cookie), cookie).toEqual(EVERYBODY)
})

test('whoever is signed in, or has just written, is one person', () => {
	expect(audienceOf('square-session=x').personal).toBe(true)
	expect(audienceOf('a=b; square-session=x; square-islands=1').personal).toBe(true)
	expect(audienceOf('square-fresh=1; square-islands=1').personal).toBe(true)
})

test('a reader without scripts is shown their own page; with them, the page everybody is shown', () => {
	expect(audienceOf(reader()).personal).toBe(true)
	expect(audienceOf(`${reader()}; square-islands=1`)).toEqual(EVERYBODY)
	expect(audienceOf(`${reader()}; square-islands=1`, true).personal).toBe(true)
	expect(audienceOf('square-islands=1', true).personal).toBe(false)
})

test('only a closed advertisement that we signed is a variant, and none where scripts hide it', () => {
	const closed = `square-ad-closed=${sign('ad', '7')}`
	expect(audienceOf(closed).variant).toBe(closed)
	expect(audienceOf(`${closed}; square-islands=1`).variant).toBe('')
	expect(audienceOf('square-ad-closed=7').variant).toBe('')
	expect(audienceOf(`square-ad-closed=${sign('reader', '7')}`).variant).toBe('')
})

test('a look is one of the known ones or none', () => {
	expect(audienceOf('square-look=dark.large').look).toBe(' data-theme="dark" data-size="large"')
	expect(audienceOf('square-look=system.normal').look).toBe('')
	expect(audienceOf('square-look=%22%3E%3Cscript%3E.large').look).toBe('')
})
