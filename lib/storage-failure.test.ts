import { expect, test } from 'vitest'
import { Refusal } from './refusal'
import { storageRefusal } from './storage-failure'

const failing = (code: string) => Object.assign(new Error(code), { code })

test.each([
	['SQLITE_BUSY', 'busy'],
	['SQLITE_BUSY_RECOVERY', 'busy'],
	['SQLITE_LOCKED', 'busy'],
	['SQLITE_FULL', 'full'],
	['ENOSPC', 'full'],
	['SQLITE_IOERR_WRITE', 'unavailable'],
	['EIO', 'unavailable'],
	['EMFILE', 'unavailable'],
])('%s is refused as %s, also as the cause of another error', (code, refusal) => {
	expect(storageRefusal(failing(code))?.code).toBe(refusal)
	expect(storageRefusal(new Error('Failed query', { cause: failing(code) }))?.code).toBe(refusal)
})

test('an error that is not about storage is left alone', () => {
	for (const error of [failing('SQLITE_CONSTRAINT_UNIQUE'), new Refusal('invalid', 'No.'), new Error(), 'x'])
		expect(storageRefusal(error)).toBeNull()
})
