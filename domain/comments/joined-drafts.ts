export type Draft = { body: string; parentId: number | null; savedAt: Date }

/** In characters: four comments of the maximum length. */
export const DRAFT_LENGTH_MAX = 20_000

/**
 * Joins two drafts of one reader for one story: the older text first, in reply to the newer draft's parent.
 * Above the limit the newer draft is kept alone, so that repeated joins stay bounded.
 */
export function joinedDrafts<T extends Draft>(one: T, other: T): T {
	const [older, newer] = one.savedAt <= other.savedAt ? [one, other] : [other, one]
	if (older.body === newer.body) return newer
	const body = `${older.body}\n\n${newer.body}`
	return body.length > DRAFT_LENGTH_MAX ? newer : { ...newer, body }
}
