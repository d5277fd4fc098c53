import { expect, test } from 'vitest'
import { deskTime } from './desk-time'

const locale = { language: 'en-GB', timeZone: 'Africa/Lagos' }
const now = new Date('2027-05-07T23:30:00Z')
const shown = (at: string) => deskTime(new Date(at), locale, now)

test('deskTime omits the current day and year', () => {
	expect(shown('2027-05-07T23:05:00Z')).toBe('00:05')
	expect(shown('2027-05-07T22:05:00Z')).toBe('Fri 7 May, 23:05')
	expect(shown('2026-05-08T08:00:00Z')).toMatch(/^Fri,? 8 May 2026, 09:00$/)
})
