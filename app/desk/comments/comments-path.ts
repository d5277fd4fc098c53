import { idIn } from '@/app/desk/params'
import { isListedState, type ListedState } from '@/domain/comments/states'
import { cutText } from '@/lib/cut-text'
import { isModerationPhase, type ModerationPhase } from '@/lib/moderation-phases'

/** State of the comments screen: a list, a search in it, or one comment. */
export type Shown = {
	state: ListedState
	query: string
	/** Id of a story. */
	story: number | null
	/** Id of a comment by the person whose comments are listed. */
	by: number | null
	/** Phase of automatic moderation that held the comments. */
	phase: ModerationPhase | null
	/** Cursor: the list continues after this comment id. */
	past: number | null
	comment: number | null
}

/** Search terms are cut to this length, in UTF-16 units. */
const QUERY_LENGTH_MAX = 200

type Name = 'show' | 'query' | 'story' | 'by' | 'phase' | 'past' | 'comment'
type Fields = Partial<Record<Name, string>>

/** Parses the screen state from a query or form; invalid fields get their defaults. */
export const shownIn = ({ show = '', query = '', story, by, phase = '', past, comment }: Fields): Shown => ({
	state: isListedState(show) ? show : 'waiting',
	query: cutText(query.trim(), QUERY_LENGTH_MAX),
	story: idIn(story),
	by: idIn(by),
	phase: isModerationPhase(phase) ? phase : null,
	past: idIn(past),
	comment: idIn(comment),
})

/** Serializes the screen state to fields of a form or query; defaults are omitted. */
export function fieldsOf({ state, query, story, by, phase, past, comment }: Shown): Fields {
	if (comment !== null) return { show: state, comment: String(comment) }
	return {
		...(state === 'waiting' ? {} : { show: state }),
		...(query && { query }),
		...(story !== null && { story: String(story) }),
		...(by !== null && { by: String(by) }),
		...(phase !== null && { phase }),
		...(past !== null && { past: String(past) }),
	}
}

/** Whether the list is narrowed by more than its state. */
export const isFiltered = ({ query, story, by, phase }: Shown): boolean =>
	query !== '' || story !== null || by !== null || phase !== null

/** Path of a screen; after a decision with the parameter of its undo. */
export function commentsPath(shown: Shown, undo = ''): string {
	const { show, ...rest } = fieldsOf(shown)
	const query = new URLSearchParams(shown.comment === null && show ? { show, ...rest } : rest)
	if (undo) query.set('undo', undo)
	return query.size > 0 ? `/desk/comments?${query}` : '/desk/comments'
}
