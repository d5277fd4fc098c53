import { singleton } from '@/lib/singleton'
import { authorize, type Viewer } from '../permissions'

/** Time in ms for which a claim lasts: longer than a decision takes, shorter than a break. */
const CLAIM_MS = 5 * 60_000
/** Claims remembered at most, the latest ones. */
const CLAIMS_MAX = 1_000

export type Claim = { personId: string; name: string; at: number }

/** Comments that moderators look at, by id; in memory only, and lost at a restart. */
const claims = singleton('comment-claims', () => new Map<number, Claim>())

/** Tells other moderators who looks at a comment; replaces another's claim, and prevents no decision. */
export function claimComment(viewer: Viewer, commentId: number, at = Date.now()): void {
	authorize(viewer, 'moderate comments')
	const { id: personId, name } = viewer.person
	claims.delete(commentId)
	claims.set(commentId, { personId, name, at })
	const [oldest] = claims.keys()
	if (claims.size > CLAIMS_MAX && oldest !== undefined) claims.delete(oldest)
}

/** Ends the claims on decided comments, or one's own. */
export function releaseComments(viewer: Viewer, ids: number[]): void {
	authorize(viewer, 'moderate comments')
	for (const id of ids) claims.delete(id)
}

/** The claims on some comments, as the viewer reads them. */
export function claimsOn(viewer: Viewer, ids: number[]): { id: number; name: string; isOwn: boolean }[] {
	authorize(viewer, 'moderate comments')
	return ids.flatMap((id) => {
		const claim = claimOf(id)
		return claim ? [{ id, name: claim.name, isOwn: claim.personId === viewer.person.id }] : []
	})
}

/** Who looks at a comment; null if nobody does. */
export function claimOf(commentId: number, at = Date.now()): Claim | null {
	const claim = claims.get(commentId)
	return claim && claim.at > at - CLAIM_MS ? claim : null
}
