import { type CommentState, isCommentState } from '@/domain/comments/decide'

/** Which comments were decided on, and what they were before. */
export type Undo = { ids: number[]; was: CommentState }

/** The list that an address or a form speaks of. */
export const shownIn = (show: string | undefined): CommentState =>
	show && isCommentState(show) ? show : 'waiting'

/** The address of a list, and after a decision of the way back from it. */
export function commentsPath(shown: CommentState, undo?: Undo): string {
	const query = new URLSearchParams()
	if (shown !== 'waiting') query.set('show', shown)
	if (undo) {
		query.set('undo', undo.ids.join('.'))
		query.set('was', undo.was)
	}
	return query.size > 0 ? `/desk/comments?${query}` : '/desk/comments'
}

/** What an address or a form asks to take back; null for anything this desk did not write. */
export function undoOf(ids = '', was = ''): Undo | null {
	if (!/^[1-9]\d{0,14}(\.[1-9]\d{0,14})*$/.test(ids) || !isCommentState(was)) return null
	return { ids: ids.split('.').map(Number), was }
}
