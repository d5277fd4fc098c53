'use server'

import { deskAction, type FormInput, type FormSuccess } from '@/app/desk/desk-action'
import { claimComment, releaseComments } from '@/domain/comments/claims'
import { addReaderNote, removeReaderNote } from '@/domain/comments/commenter'
import { liftKeptRestriction, liftKeptRestrictionsOf } from '@/domain/comments/lift-kept'
import { moderateComment } from '@/domain/comments/moderate'
import { pickComment } from '@/domain/comments/pick'
import { liftRestriction, restrictAuthor } from '@/domain/comments/restrictions'
import { DECISIONS, type Decision, isDecision } from '@/domain/comments/states'
import { type Decided, parseUndo, undoText } from '@/domain/comments/undo'
import { authorize, type Viewer } from '@/domain/permissions'
import { Refusal } from '@/lib/refusal'
import { commentsPath, type Shown, shownIn } from './comments-path'

/** Comments decided on at once: those of a page. */
const SELECTED_MAX = 200

/** Moderates the comment of the pressed button, or all selected comments (`decision`, `selected`); or claims one. */
export const decideCommentsAction = deskAction(async (viewer, input) => {
	authorize(viewer, 'moderate comments')
	const { text } = input
	const shown = shownOf(input)
	if (text('claim')) {
		await claimComment(viewer, Number(text('claim')))
		return { path: commentsPath(shown), notice: 'claimed' }
	}
	if (text('release')) {
		await releaseComments(viewer, [Number(text('release'))])
		return { path: commentsPath(shown), notice: 'released' }
	}
	const { decision, ids } = decisionIn(input)
	const decided = await decideAll(viewer, ids, decision)
	return outcome(input, shown, { notice: decision, undo: undoText(decided) })
})

/** Restores the earlier state of the comments of one decision. */
export const undoDecisionAction = deskAction(async (viewer, input) => {
	authorize(viewer, 'moderate comments')
	const undo = parseUndo(input.text('undo'))
	if (!undo) throw new Refusal('invalid', 'There is nothing to take back.')
	await Promise.all(undo.map(({ id, was }) => moderateComment(viewer, id, was)))
	return outcome(input, shownOf(input), { notice: undo[0]?.was ?? 'waiting' })
})

/** Marks the comment of the screen as an editor's pick, or takes the mark away. */
export const pickCommentAction = deskAction(async (viewer, input) => {
	authorize(viewer, 'moderate comments')
	const shown = shownOf(input)
	const picked = input.text('picked') !== ''
	await pickComment(viewer, shown.comment ?? 0, picked)
	return { path: commentsPath(shown), notice: picked ? 'picked' : 'unpicked', leaves: true }
})

export const restrictAuthorAction = deskAction(async (viewer, input) => {
	const { text, number } = input
	await restrictAuthor(viewer, number('author'), {
		kind: text('kind'),
		reason: text('reason'),
		until: text('until').trim(),
	})
	return { path: commentsPath(shownOf(input)), notice: 'restricted' }
})

export const liftRestrictionAction = deskAction(async (viewer, input) => {
	await liftRestriction(viewer, input.number('author'), input.number('lift'))
	return { path: commentsPath(shownOf(input)), notice: 'restrictionLifted' }
})

/** Lifts a kept restriction of the list, or those of the typed address. */
export const liftKeptAction = deskAction(async (viewer, { text, number }) => {
	if (text('lift')) await liftKeptRestriction(viewer, number('lift'))
	else await liftKeptRestrictionsOf(viewer, text('email'))
	return { path: '/desk/comments', notice: 'keptRestrictionLifted', leaves: true }
})

export const readerNoteAction = deskAction(async (viewer, input) => {
	const { number, text } = input
	if (text('remove')) {
		await removeReaderNote(viewer, number('author'), number('remove'))
		return { path: commentsPath(shownOf(input)), notice: 'readerNoteRemoved' }
	}
	await addReaderNote(viewer, number('author'), text('note'))
	return { path: commentsPath(shownOf(input)), notice: 'readerNoteAdded' }
})

/** With a queue of decisions in the browser the page stays; else it is shown anew, with the undo in its URL. */
const outcome = (
	{ text }: FormInput,
	shown: Shown,
	{ notice, undo = '' }: { notice: Decision; undo?: string },
): FormSuccess =>
	text('queued')
		? { path: commentsPath(shown), notice, undo }
		: { path: commentsPath(shown, undo), notice, leaves: true }

/** In one transaction, as far as its writes wait together. @throws Refusal if no comment could be decided on */
async function decideAll(viewer: Viewer, ids: number[], decision: Decision): Promise<Decided[]> {
	const results = await Promise.allSettled(ids.map((id) => moderateComment(viewer, id, decision)))
	const failed = results.find((result) => result.status === 'rejected')
	if (failed && results.every((result) => result.status === 'rejected')) throw failed.reason
	await releaseComments(viewer, ids)
	return results.flatMap((result, index) =>
		result.status === 'fulfilled' && result.value !== decision
			? [{ id: ids[index] ?? 0, was: result.value }]
			: [],
	)
}

const SHOWN_FIELDS = ['show', 'query', 'story', 'by', 'phase', 'past', 'comment'] as const

const shownOf = ({ text }: FormInput): Shown =>
	shownIn(Object.fromEntries(SHOWN_FIELDS.map((name) => [name, text(name)])))

function decisionIn({ text, list }: FormInput): { decision: Decision; ids: number[] } {
	for (const decision of DECISIONS) if (text(decision)) return { decision, ids: [Number(text(decision))] }
	const ids = list('selected').map(Number)
	const decision = text('decision')
	if (ids.length === 0 || !isDecision(decision))
		throw new Refusal('invalid', 'Please tick the comments you mean first.')
	if (ids.length > SELECTED_MAX)
		throw new Refusal('invalid', `Please select at most ${SELECTED_MAX} comments.`)
	return { decision, ids }
}
