import { expect, test } from 'vitest'
import { day, weekday } from './date-time'

const at = new Date('2023-09-22T23:30:00Z')

test('dates are printed as month, day, year', () => {
	expect(day(at, { language: 'en-GB', timeZone: 'UTC' })).toBe('September 22, 2023')
	expect(day(at, { language: 'en-US', timeZone: 'UTC' }, false)).toBe('September 22')
})

test.each([
	['month first', 'September 22, 2023', 'September 22'],
	['day first', '22 September 2023', '22 September'],
	['of the language', '22 September 2023', '22 September'],
	['numbers', '22/09/2023', '22/09'],
	['year first', '2023-09-22', '2023-09-22'],
] as const)('dates are printed %s', (dateFormat, whole, short) => {
	const locale = { language: 'en-GB', timeZone: 'UTC', dateFormat }
	expect(day(at, locale)).toBe(whole)
	expect(day(at, locale, false)).toBe(short)
})

test('the day follows the site’s time zone', () => {
	const lagos = { language: 'en-GB', timeZone: 'Africa/Lagos' }
	expect(day(at, lagos)).toBe('September 23, 2023')
	expect(weekday(at, lagos)).toBe('Saturday')
})
