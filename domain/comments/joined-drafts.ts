export type Draft = { body: string; parentId: number | null; savedAt: Date }

/** Four comments of the longest kind: more drafts of one story than a person has browsers to write them in. */
export const DRAFT_LENGTH_MAX = 20_000

/**
 * Two drafts of one reader for one story as one, the older words first, in reply to what the newer one answers.
 * Beyond the limit the newer one stays, so that joining again and again does not make a text without end.
 */
export function joinedDrafts<T extends Draft>(one: T, other: T): T {
	const [older, newer] = one.savedAt <= other.savedAt ? [one, other] : [other, one]
	if (older.body === newer.body) return newer
	const body = `${older.body}\n\n${newer.body}`
	return body.length > DRAFT_LENGTH_MAX ? newer : { ...newer, body }
}
