'use server'

import { type DeskPost, deskAction } from '@/app/desk/desk-action'
import { decideComment } from '@/domain/comments/decide'
import { Refusal } from '@/lib/refusal'

/** A button beside a comment decides on that one, a button above the list on all that are ticked. */
export const decideCommentsAction = deskAction(async (viewer, post) => {
	const { decision, ids } = decisionIn(post)
	for (const id of ids) await decideComment(viewer, id, decision)
	return { path: '/desk/comments', notice: decision }
})

function decisionIn({ text, list }: DeskPost) {
	if (text('approve')) return { decision: 'approved', ids: [Number(text('approve'))] } as const
	if (text('reject')) return { decision: 'rejected', ids: [Number(text('reject'))] } as const
	const ids = list('selected').map(Number)
	if (ids.length === 0) throw new Refusal('invalid', 'Please tick the comments you mean first.')
	return { decision: text('decision') === 'approve' ? 'approved' : 'rejected', ids } as const
}
