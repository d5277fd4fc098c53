/**
 * Whole years since a date, by the calendar in UTC, and the time at which there is one more. A 29 February counts as
 * 1 March in other years.
 */
export function yearsSince(date: Date, now: Date): { years: number; until: Date } {
	const passed = now.getUTCFullYear() - date.getUTCFullYear()
	const years = Math.max(0, anniversary(date, passed) <= now ? passed : passed - 1)
	return { years, until: anniversary(date, years + 1) }
}

function anniversary(date: Date, years: number): Date {
	const at = new Date(date)
	at.setUTCFullYear(date.getUTCFullYear() + years)
	return at
}
