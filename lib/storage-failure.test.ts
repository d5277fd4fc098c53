import { expect, test } from 'vitest'
import { Refusal } from './refusal'
import { storageRefusal } from './storage-failure'

const failing = (code: string) => Object.assign(new Error(code), { code })

test.each([
	['ENOSPC', 'full'],
	['EIO', 'unavailable'],
	['EMFILE', 'unavailable'],
])('%s becomes the refusal “%s”, also as a cause', (code, refusal) => {
	expect(storageRefusal(failing(code))?.code).toBe(refusal)
	expect(storageRefusal(new Error('Failed query', { cause: failing(code) }))?.code).toBe(refusal)
})

test('storageRefusal returns null for other errors', () => {
	for (const error of [failing('SQLITE_CONSTRAINT_UNIQUE'), new Refusal('invalid', 'No.'), new Error(), 'x'])
		expect(storageRefusal(error)).toBeNull()
})
