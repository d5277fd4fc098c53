import { isDay } from './time-zone'

const DAY_MS = 86_400_000

/** A day of the calendar, such as `2026-11-23`, some days later. */
export const addDays = (day: string, days: number): string =>
	new Date(Date.parse(`${day}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** The Monday on or before a day. */
export const mondayOf = (day: string): string =>
	addDays(day, -((new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7))

/** Whether a text names a week: by its Monday. */
export const isWeek = (text: string): boolean => isDay(text) && mondayOf(text) === text
