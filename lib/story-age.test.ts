import { expect, test } from 'vitest'
import { yearsSince } from './story-age'

const at = (text: string) => new Date(`${text}Z`)

test.each([
	['2023-09-22T12:00', '2024-09-22T11:59', 0, '2024-09-22T12:00'],
	['2023-09-22T12:00', '2024-09-22T12:00', 1, '2025-09-22T12:00'],
	['2023-09-22T12:00', '2026-11-27T00:00', 3, '2027-09-22T12:00'],
	['2024-02-29T08:00', '2025-03-01T07:59', 0, '2025-03-01T08:00'],
	['2024-02-29T08:00', '2028-02-29T08:00', 4, '2029-03-01T08:00'],
	['2030-01-01T00:00', '2026-01-01T00:00', 0, '2031-01-01T00:00'],
])('from %s to %s: %i years, until %s', (date, now, years, until) => {
	expect(yearsSince(at(date), at(now))).toEqual({ years, until: at(until) })
})
