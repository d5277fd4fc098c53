import { and, asc, desc, eq, lte, min } from 'drizzle-orm'
import { readDb } from '@/db'
import { articles, photos, photoUses, revisions } from '@/db/schema'
import { toLocalDateTime } from '@/lib/time-zone'
import { isLive } from '../articles/live'
import { siteSettings } from '../settings'
import type { PhotoRecord } from './fields'

/** Days before the end of a photograph's rights in which the desk warns of it. */
export const RIGHTS_WARNING_DAYS = 30
const DAY_MS = 86_400_000

export type RightsState = 'ended' | 'ending'

/** The local day of the site at a time, as `2027-03-28`. */
export async function siteDay(at = new Date()): Promise<string> {
	const { timeZone } = await siteSettings()
	return toLocalDateTime(at, timeZone).slice(0, 10)
}

/** The last day of a warning period that begins on `day`. */
export const warnedUntil = (day: string): string =>
	new Date(Date.parse(`${day}T00:00Z`) + RIGHTS_WARNING_DAYS * DAY_MS).toISOString().slice(0, 10)

/** The state on a local day of the site; `rightsEndOn` is the last day with rights. */
export function rightsState(
	{ rightsEndOn }: Pick<PhotoRecord, 'rightsEndOn'>,
	day: string,
): RightsState | null {
	if (!rightsEndOn) return null
	if (rightsEndOn < day) return 'ended'
	return rightsEndOn <= warnedUntil(day) ? 'ending' : null
}

export type StoryWithRights = { id: number; headline: string; rightsEndOn: string; state: RightsState }

/** Live stories with a photograph of ended or soon ending rights, the earliest end first. */
export async function liveStoriesWithRightsDue(limit: number, now = new Date()): Promise<StoryWithRights[]> {
	const today = await siteDay(now)
	const end = min(photos.rightsEndOn)
	const rows = await readDb()
		.select({ id: articles.id, headline: revisions.headline, rightsEndOn: end })
		.from(photos)
		.innerJoin(photoUses, eq(photoUses.photoId, photos.id))
		.innerJoin(articles, eq(articles.publishedRevisionId, photoUses.revisionId))
		.innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
		.where(and(lte(photos.rightsEndOn, warnedUntil(today)), isLive(now)))
		.groupBy(articles.id, revisions.id)
		.orderBy(asc(end), desc(articles.id))
		.limit(limit)
	return rows.flatMap(({ rightsEndOn, ...story }) => {
		const state = rightsState({ rightsEndOn }, today)
		return rightsEndOn && state ? [{ ...story, rightsEndOn, state }] : []
	})
}
