import { type CommentState, isCommentState } from '@/domain/comments/states'

/** What the screen shows: a list, the part of it that a search finds, or one comment. */
export type Shown = {
	state: CommentState
	query: string
	/** The list goes on after this comment. */
	past: number | null
	comment: number | null
}

/** Which comments were decided on, and what they were before. */
export type Undo = { ids: number[]; was: CommentState }

/** Longer ones find nothing that a shorter one does not. */
const QUERY_LENGTH_MAX = 200

type Fields = Partial<Record<'show' | 'query' | 'past' | 'comment', string>>

/** The screen that an address or a form speaks of. */
export const shownIn = ({ show = '', query = '', past, comment }: Fields): Shown => ({
	state: isCommentState(show) ? show : 'waiting',
	query: query.trim().slice(0, QUERY_LENGTH_MAX),
	past: idIn(past),
	comment: idIn(comment),
})

const idIn = (text = ''): number | null => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : null)

/** The screen as a form carries it and as an address has it. */
export function fieldsOf({ state, query, past, comment }: Shown): Fields {
	if (comment !== null) return { show: state, comment: String(comment) }
	return {
		...(state === 'waiting' ? {} : { show: state }),
		...(query && { query }),
		...(past !== null && { past: String(past) }),
	}
}

/** The address of a screen, and after a decision of the way back from it. */
export function commentsPath(shown: Shown, undo?: Undo): string {
	const { show, ...rest } = fieldsOf(shown)
	const query = new URLSearchParams(shown.comment === null && show ? { show, ...rest } : rest)
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
