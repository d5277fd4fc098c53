import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { env } from './env'
import { createSecret, SECRET_LENGTH_MIN } from './secret'
import { sign, unsign } from './signing'

let folder: string

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'square-secret-'))
	process.env.DATA_DIR = folder
	delete process.env.SQUARE_SECRET
})
afterEach(() => {
	delete process.env.SQUARE_SECRET
	rmSync(folder, { recursive: true })
})

const path = () => join(folder, 'secret')

test('createSecret writes one private file, once', () => {
	const umask = process.umask(0)
	createSecret(path())
	process.umask(umask)
	const made = readFileSync(path(), 'utf8')
	expect(made).toMatch(/^[0-9a-f]{64}$/)
	expect(statSync(path()).mode & 0o777).toBe(0o600)
	createSecret(path())
	expect(readFileSync(path(), 'utf8')).toBe(made)
	expect(readdirSync(folder)).toEqual(['secret'])
	expect(unsign('test', sign('test', 'value'))).toBe('value')
})

test('createSecret replaces the temporary file of a power cut', () => {
	writeFileSync(join(folder, 'secret.new'), '')
	createSecret(path())
	expect(readFileSync(path(), 'utf8')).toHaveLength(64)
})

test.each(['', '\n', 'a'.repeat(SECRET_LENGTH_MIN - 1)])('sign refuses the secret %j', (secret) => {
	writeFileSync(path(), secret)
	expect(() => sign('test', 'value')).toThrow(/secret.*(empty|too short).*backup/s)
})

test('sign does not create a missing secret', () => {
	expect(() => sign('test', 'value')).toThrow(/secret.*is missing/)
	expect(readdirSync(folder)).toEqual([])
})

test('SQUARE_SECRET is used, and refused if too short', () => {
	process.env.SQUARE_SECRET = 'a'.repeat(SECRET_LENGTH_MIN)
	expect(env.secret).toBe('a'.repeat(SECRET_LENGTH_MIN))
	process.env.SQUARE_SECRET = 'short'
	expect(() => env.secret).toThrow(/SQUARE_SECRET has 5 characters/)
})
