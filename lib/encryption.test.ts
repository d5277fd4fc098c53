import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { decrypt, encrypt } from './encryption'

beforeEach(() => void vi.stubEnv('SQUARE_SECRET', 'a secret of this test'))
afterEach(() => void vi.unstubAllEnvs())

test('encrypted text is read with its purpose and secret only', () => {
	const encrypted = encrypt('keys of p-1', 'JBSWY3DPEHPK3PXP – ключ')
	expect(encrypted).not.toContain('JBSWY3DP')
	expect(encrypt('keys of p-1', 'JBSWY3DPEHPK3PXP – ключ')).not.toBe(encrypted)
	expect(decrypt('keys of p-1', encrypted)).toBe('JBSWY3DPEHPK3PXP – ключ')
	expect(decrypt('keys of p-2', encrypted)).toBeNull()
	vi.stubEnv('SQUARE_SECRET', 'another secret of this test')
	expect(decrypt('keys of p-1', encrypted)).toBeNull()
})

test('changed, cut and empty text is null', () => {
	const encrypted = encrypt('keys', 'JBSWY3DPEHPK3PXP')
	const changed = (encrypted.startsWith('A') ? 'B' : 'A') + encrypted.slice(1)
	for (const each of [changed, encrypted.slice(0, -4), encrypted.slice(0, 10), '', 'JBSWY3DPEHPK3PXP'])
		expect(decrypt('keys', each)).toBeNull()
})
