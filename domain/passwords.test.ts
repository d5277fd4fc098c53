import { hash } from '@node-rs/argon2'
import { expect, test } from 'vitest'
import { checkPassword, hashPassword, verifyPassword } from './passwords'

const COMPOSED = 'Zürich, café'
const DECOMPOSED = COMPOSED.normalize('NFD')

test.each([
	[DECOMPOSED, COMPOSED],
	[COMPOSED, DECOMPOSED],
	['ﬁle ① Ångström', 'file 1 Ångström'],
	['ｐａｓｓｗｏｒｄ　１２', 'password 12'],
	['비밀번호를 기억해요', '비밀번호를 기억해요'.normalize('NFD')],
	['🌳🌲🌴🎄🍀🌿🌱🌾🌵🎋', '🌳🌲🌴🎄🍀🌿🌱🌾🌵🎋'],
])('a password set as %j matches %j', async (chosen, typed) => {
	checkPassword(chosen)
	expect(await verifyPassword(typed, await hashPassword(chosen))).toBe(true)
})

test.each([
	[DECOMPOSED, DECOMPOSED],
	[DECOMPOSED, COMPOSED],
	[COMPOSED, DECOMPOSED],
	['ﬁle ① Ångström', 'ﬁle ① Ångström'],
])('a pre-normalization hash of %j matches %j', async (chosen, typed) => {
	expect(await verifyPassword(typed, await hash(chosen))).toBe(true)
})

test('a wrong password matches neither kind of hash', async () => {
	for (const kept of [await hashPassword(COMPOSED), await hash(DECOMPOSED)])
		expect(await verifyPassword('Zurich, cafe', kept)).toBe(false)
	expect(await verifyPassword(COMPOSED, null)).toBe(false)
})

test('password length counts characters, not code units', () => {
	expect(() => checkPassword('🌳🌲🌴🎄🍀')).toThrow('at least')
	expect(() => checkPassword('é'.normalize('NFD').repeat(6))).toThrow('at least')
	expect(() => checkPassword(`${'x1y2'.repeat(64)}z`)).toThrow('under')
})
