import { idIn } from '@/app/desk/params'
import { type CommentState, isCommentState } from '@/domain/comments/states'

/** State of the comments screen: a list, a search in it, or one comment. */
export type Shown = {
	state: CommentState
	query: string
	/** Cursor: the list continues after this comment id. */
	past: number | null
	comment: number | null
}

/** Comment ids of a decision, and their earlier state. */
export type Undo = { ids: number[]; was: CommentState }

/** Search terms are cut to this length, in UTF-16 units. */
const QUERY_LENGTH_MAX = 200

type Fields = Partial<Record<'show' | 'query' | 'past' | 'comment', string>>

/** Parses the screen state from a query or form; invalid fields get their defaults. */
export const shownIn = ({ show = '', query = '', past, comment }: Fields): Shown => ({
	state: isCommentState(show) ? show : 'waiting',
	query: query.trim().slice(0, QUERY_LENGTH_MAX),
	past: idIn(past),
	comment: idIn(comment),
})

/** Serializes the screen state to fields of a form or query; defaults are omitted. */
export function fieldsOf({ state, query, past, comment }: Shown): Fields {
	if (comment !== null) return { show: state, comment: String(comment) }
	return {
		...(state === 'waiting' ? {} : { show: state }),
		...(query && { query }),
		...(past !== null && { past: String(past) }),
	}
}

/** Path of a screen; after a decision with the parameters of its undo. */
export function commentsPath(shown: Shown, undo?: Undo): string {
	const { show, ...rest } = fieldsOf(shown)
	const query = new URLSearchParams(shown.comment === null && show ? { show, ...rest } : rest)
	if (undo) {
		query.set('undo', undo.ids.join('.'))
		query.set('was', undo.was)
	}
	return query.size > 0 ? `/desk/comments?${query}` : '/desk/comments'
}

/** Parses an undo; null if malformed. */
export function undoOf(ids = '', was = ''): Undo | null {
	if (!/^[1-9]\d{0,14}(\.[1-9]\d{0,14})*$/.test(ids) || !isCommentState(was)) return null
	return { ids: ids.split('.').map(Number), was }
}
