import { changeShared, readShared } from '@/db'
import { authorize, type Viewer } from '../permissions'

/** Time in ms for which a claim lasts: longer than a decision takes, shorter than a break. */
const CLAIM_MS = 5 * 60_000
/** Claims remembered at most, the latest ones. */
const CLAIMS_MAX = 1_000

export type Claim = { personId: string; name: string; at: number }

/** Key of the comments that moderators look at, the latest last; lost at a restart of the database. */
const CLAIMS = 'comment claims'

type Claims = [commentId: number, claim: Claim][]

const changeClaims = (change: (claims: Claims) => Claims): Promise<void> =>
	changeShared<Claims>(CLAIMS, CLAIM_MS, (claims) => change(claims ?? []))

/** Tells other moderators who looks at a comment; replaces another's claim, and prevents no decision. */
export async function claimComment(viewer: Viewer, commentId: number, at = Date.now()): Promise<void> {
	authorize(viewer, 'moderate comments')
	const { id: personId, name } = viewer.person
	await changeClaims((claims) => [
		...claims.filter(([id]) => id !== commentId).slice(1 - CLAIMS_MAX),
		[commentId, { personId, name, at }],
	])
}

/** Ends the claims on decided comments, or one's own. */
export async function releaseComments(viewer: Viewer, ids: number[]): Promise<void> {
	authorize(viewer, 'moderate comments')
	await changeClaims((claims) => claims.filter(([id]) => !ids.includes(id)))
}

/** The claims on some comments, as the viewer reads them. */
export async function claimsOn(
	viewer: Viewer,
	ids: number[],
): Promise<{ id: number; name: string; isOwn: boolean }[]> {
	authorize(viewer, 'moderate comments')
	const claims = await standingClaims()
	return ids.flatMap((id) => {
		const claim = claims.get(id)
		return claim ? [{ id, name: claim.name, isOwn: claim.personId === viewer.person.id }] : []
	})
}

/** The claims that last, by comment. */
export async function standingClaims(at = Date.now()): Promise<Map<number, Claim>> {
	const claims = (await readShared<Claims>(CLAIMS)) ?? []
	return new Map(claims.filter(([, claim]) => claim.at > at - CLAIM_MS))
}
