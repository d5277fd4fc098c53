import { expect, test } from 'vitest'
import { storageRefusal } from '@/lib/storage-failure'
import './connection'

const failing = (code: string) => Object.assign(new Error(code), { code })

test.each([
	['SQLITE_BUSY', 'busy'],
	['SQLITE_BUSY_RECOVERY', 'busy'],
	['SQLITE_LOCKED', 'busy'],
	['SQLITE_FULL', 'full'],
	['SQLITE_IOERR_WRITE', 'unavailable'],
])('%s becomes the refusal “%s”, also as a cause', (code, refusal) => {
	expect(storageRefusal(failing(code))?.code).toBe(refusal)
	expect(storageRefusal(new Error('Failed query', { cause: failing(code) }))?.code).toBe(refusal)
})

test('a violated constraint is no storage failure', () => {
	expect(storageRefusal(failing('SQLITE_CONSTRAINT_UNIQUE'))).toBeNull()
})
