import { expect, test } from 'vitest'
import { addDays, isWeek, mondayOf } from './weeks'

test('a week is named by its Monday, over ends of months and years', () => {
	expect(mondayOf('2026-11-27')).toBe('2026-11-23')
	expect(mondayOf('2026-11-23')).toBe('2026-11-23')
	expect(mondayOf('2026-01-04')).toBe('2025-12-29')
	expect(addDays('2026-12-28', 7)).toBe('2027-01-04')
	for (const text of ['2026-11-24', '2026-02-30', '2026-w48', '2026-11-2', ''])
		expect(isWeek(text)).toBe(false)
	expect(isWeek('2026-11-23')).toBe(true)
})
