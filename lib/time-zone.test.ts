import { describe, expect, it } from 'vitest'
import fc from '@/e2e/support/fast-check'
import { fromLocalDateTime, toLocalDateTime, zoneName } from './time-zone'

describe('fromLocalDateTime', () => {
	it('converts local times of several zones', () => {
		expect(fromLocalDateTime('2027-01-15T09:00', 'Africa/Lagos')?.toISOString()).toBe(
			'2027-01-15T08:00:00.000Z',
		)
		expect(fromLocalDateTime('2027-07-15T09:00', 'Europe/London')?.toISOString()).toBe(
			'2027-07-15T08:00:00.000Z',
		)
		expect(fromLocalDateTime('2027-01-15T09:00', 'Europe/London')?.toISOString()).toBe(
			'2027-01-15T09:00:00.000Z',
		)
		expect(fromLocalDateTime('2027-01-15T09:00', 'Asia/Kathmandu')?.toISOString()).toBe(
			'2027-01-15T03:15:00.000Z',
		)
	})

	it('returns null for a skipped hour', () => {
		expect(fromLocalDateTime('2027-03-28T01:30', 'Europe/London')).toBeNull()
		expect(fromLocalDateTime('2027-03-14T02:30', 'America/New_York')).toBeNull()
	})

	it('returns the first instant of a repeated hour', () => {
		expect(fromLocalDateTime('2027-10-31T01:30', 'Europe/London')?.toISOString()).toBe(
			'2027-10-31T00:30:00.000Z',
		)
	})

	it('returns null for invalid input', () => {
		for (const text of ['', 'tomorrow', '2027-13-01T10:00', '2027-02-30T10:00', '2027-01-01 10:00'])
			expect(fromLocalDateTime(text, 'UTC')).toBeNull()
	})

	it('inverts toLocalDateTime in every zone', () => {
		const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
		const minutes = fc.integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2060, 0) / 60_000 })
		fc.assert(
			fc.property(zones, minutes, (zone, minute) => {
				const local = toLocalDateTime(new Date(minute * 60_000), zone)
				const instant = fromLocalDateTime(local, zone)
				expect(instant && toLocalDateTime(instant, zone)).toBe(local)
				expect((instant as Date).getTime()).toBeLessThanOrEqual(minute * 60_000)
			}),
		)
	})
})

it('zoneName names a zone by its city', () => {
	expect(zoneName('America/Argentina/Buenos_Aires')).toBe('Buenos Aires time')
	expect(zoneName('UTC')).toBe('UTC')
})
