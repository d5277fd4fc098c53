import { singleton } from '@/lib/singleton'

/** Time in ms since the last page of the desk for which a person counts as present. */
const PRESENT_MS = 10 * 60_000
/** People remembered at most, the last seen ones. */
const PEOPLE_MAX = 500

/** Time of each person's last page of the desk; in memory only, and lost at a restart. */
const seen = singleton('desk-presence', () => new Map<string, number>())

export function markPresent(personId: string, at = Date.now()): void {
	seen.delete(personId)
	seen.set(personId, at)
	const [oldest] = seen.keys()
	if (seen.size > PEOPLE_MAX && oldest !== undefined) seen.delete(oldest)
}

/** Ids of people with a page of the desk in the last ten minutes, with the time, last seen first. */
export const presentPeople = (at = Date.now()): { id: string; seenAt: Date }[] =>
	[...seen]
		.filter(([, time]) => time > at - PRESENT_MS)
		.reverse()
		.map(([id, time]) => ({ id, seenAt: new Date(time) }))
