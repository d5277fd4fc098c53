import { expect, test } from 'vitest'
import { monthBeside, monthIn, startOfMonth, weeksOf } from './month'

test('monthIn parses a month, or returns the zone’s current one', () => {
	expect(monthIn('2027-03', 'UTC')).toBe('2027-03')
	const newYear = new Date('2026-12-31T23:30:00Z')
	for (const text of ['', '2027-13', '2027-3', '0001-01', '../etc'])
		expect(monthIn(text, 'Europe/Berlin', newYear)).toBe('2027-01')
})

test('monthBeside crosses years', () => {
	expect(monthBeside('2026-12', 1)).toBe('2027-01')
	expect(monthBeside('2027-01', -1)).toBe('2026-12')
})

test('weeksOf begins on Mondays and has every day once', () => {
	const weeks = weeksOf('2027-02')
	expect(weeks).toHaveLength(4)
	expect(weeks[0]?.[0]).toBe('2027-02-01')
	const march = weeksOf('2026-03')
	expect(march[0]).toEqual([null, null, null, null, null, null, '2026-03-01'])
	expect(march.flat().filter(Boolean)).toHaveLength(31)
	expect(march.every((week) => week.length === 7)).toBe(true)
})

test('a month starts at its local midnight', () => {
	expect(startOfMonth('2027-04', 'Europe/Berlin')).toEqual(new Date('2027-03-31T22:00:00Z'))
})
