import { deskRoute } from '@/app/_http/desk-route'
import { claimsOn } from '@/domain/comments/claims'

/** Comments of one request: those of a page. */
const COMMENTS_MAX = 200

/** Responds with the claims on the given comments. */
export const POST = deskRoute(async (viewer, form) => ({
	claims: await claimsOn(viewer, form.getAll('comment').slice(0, COMMENTS_MAX).map(Number)),
}))
