import { expect, test } from 'vitest'
import fc from '@/e2e/support/fast-check'
import { daysOf, monthsOf, parsePeriod, periodParts, spanOf } from './calendar-period'

test.each([
	['2026', { year: 2026 }],
	['2026/03', { year: 2026, month: 3 }],
	['2028/02/29', { year: 2028, month: 2, day: 29 }],
])('%s is a period', (path, period) => {
	expect(parsePeriod(path.split('/'))).toEqual(period)
	expect(periodParts(period).join('/')).toBe(path)
})

test.each([
	'',
	'26',
	'2026/3',
	'2026/13',
	'2026/00',
	'2026/02/29',
	'2026/02/01/05',
	'0026',
	'2026/x',
	'２０２６',
])('%j is no period', (path) => expect(parsePeriod(path.split('/'))).toBeNull())

test('days and months meet without gaps in every zone', () => {
	const zones = ['UTC', 'Africa/Lagos', 'America/Sao_Paulo', 'Asia/Beirut', 'Pacific/Apia', 'Africa/Cairo']
	const month = fc.record({
		year: fc.integer({ min: 1970, max: 2040 }),
		month: fc.integer({ min: 1, max: 12 }),
	})
	fc.assert(
		fc.property(fc.constantFrom(...zones), month, (zone, { year, month }) => {
			const days = daysOf({ year, month }, zone)
			const { from, until } = spanOf({ year, month }, zone)
			expect([days[0], days.at(-1)]).toEqual([from, until])
			expect(days.map(Number)).toEqual(days.map(Number).toSorted((one, other) => one - other))
			const months = monthsOf(year, zone)
			expect([months[month - 1], months[month]]).toEqual([from, until])
		}),
		{ numRuns: 60 },
	)
})

test('a day without midnight begins at one o’clock', () => {
	const { from } = spanOf({ year: 2018, month: 11, day: 4 }, 'America/Sao_Paulo')
	expect(from.toISOString()).toBe('2018-11-04T03:00:00.000Z')
})
