'use server'

import { deskAction, type FormInput } from '@/app/desk/desk-action'
import { moderateComment } from '@/domain/comments/moderate'
import { pickComment } from '@/domain/comments/pick'
import { type CommentState, isCommentState } from '@/domain/comments/states'
import { authorize } from '@/domain/permissions'
import { Refusal } from '@/lib/refusal'
import { commentsPath, type Shown, shownIn, undoOf } from './comments-path'

/** Moderates the comment of the pressed button, or all selected comments (`decision`, `selected`). */
export const decideCommentsAction = deskAction(async (viewer, input) => {
	authorize(viewer, 'moderate comments')
	const shown = shownOf(input)
	const { decision, ids } = decisionIn(input)
	for (const id of ids) await moderateComment(viewer, id, decision)
	return { path: commentsPath(shown, { ids, was: shown.state }), notice: decision, leaves: true }
})

/** Restores the earlier state of the comments of one decision. */
export const undoDecisionAction = deskAction(async (viewer, input) => {
	authorize(viewer, 'moderate comments')
	const undo = undoOf(input.text('undo'), input.text('was'))
	if (!undo) throw new Refusal('invalid', 'There is nothing to take back.')
	for (const id of undo.ids) await moderateComment(viewer, id, undo.was)
	return { path: commentsPath(shownOf(input)), notice: undo.was, leaves: true }
})

/** Marks the comment of the screen as an editor's pick, or takes the mark away. */
export const pickCommentAction = deskAction(async (viewer, input) => {
	authorize(viewer, 'moderate comments')
	const shown = shownOf(input)
	const picked = input.text('picked') !== ''
	await pickComment(viewer, shown.comment ?? 0, picked)
	return { path: commentsPath(shown), notice: picked ? 'picked' : 'unpicked', leaves: true }
})

const shownOf = ({ text }: FormInput): Shown =>
	shownIn({ show: text('show'), query: text('query'), past: text('past'), comment: text('comment') })

function decisionIn({ text, list }: FormInput): { decision: CommentState; ids: number[] } {
	for (const decision of ['approved', 'rejected', 'waiting'] as const)
		if (text(decision)) return { decision, ids: [Number(text(decision))] }
	const ids = list('selected').map(Number)
	const decision = text('decision')
	if (ids.length === 0 || !isCommentState(decision))
		throw new Refusal('invalid', 'Please tick the comments you mean first.')
	return { decision, ids }
}
