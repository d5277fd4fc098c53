import { changeShared, readShared } from '@/db'

/** Time in ms since the last page of the desk for which a person counts as present. */
const PRESENT_MS = 10 * 60_000
/** People remembered at most, the last seen ones. */
const PEOPLE_MAX = 500

/** Key of the time of each person's last page of the desk, last seen last; lost at a restart of the database. */
const PRESENCE = 'desk presence'

type Seen = [personId: string, at: number][]

export async function markPresent(personId: string, at = Date.now()): Promise<void> {
	await changeShared<Seen>(PRESENCE, PRESENT_MS, (seen) => [
		...(seen ?? []).filter(([id]) => id !== personId).slice(1 - PEOPLE_MAX),
		[personId, at],
	])
}

/** Ids of people with a page of the desk in the last ten minutes, with the time, last seen first. */
export async function presentPeople(at = Date.now()): Promise<{ id: string; seenAt: Date }[]> {
	const seen = (await readShared<Seen>(PRESENCE)) ?? []
	return seen
		.filter(([, time]) => time > at - PRESENT_MS)
		.reverse()
		.map(([id, time]) => ({ id, seenAt: new Date(time) }))
}
