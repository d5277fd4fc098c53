import type { Reason } from '@/lib/moderation-phases'
import type { ThreadOrder } from '@/lib/thread-order'

/** A comment for rendering. `body` is as typed; the page renders its small Markdown. */
export type CommentView = {
	id: number
	/**
	 * All but `here` are placeholders: a comment with visible replies that the desk has removed, one that its author
	 * deleted, and an ancestor on an earlier page (`elsewhere`). Their `body` is empty; removed and deleted ones also
	 * have no name.
	 */
	shown: 'here' | 'elsewhere' | 'removed' | 'deleted'
	authorName: string
	/** Level of nesting; 0 in a flat list. */
	depth: number
	/** Whether the author has an account with a staff role. */
	staff: boolean
	/** Whether the author wrote the story. */
	author: boolean
	/** Whether the desk marked it as an editor's pick. */
	picked: boolean
	mine: boolean
	/** Whether the viewer ignores the author. */
	ignored: boolean
	/** Time left to edit an own comment, in ms; 0 for all others. */
	editableFor: number
	/** Number of readers who respect the comment, and whether the viewer is one. */
	respects: number
	respected: boolean
	/** In a flat list, the comment that this one answers. */
	inReplyTo: { id: number; authorName: string } | null
	/** True only for the viewer's own held comments. */
	waiting: boolean
	/** Phases of automatic moderation that held it. */
	heldFor?: Reason[]
	body: string
	createdAt: Date
	/** Time of the last edit by the author. */
	editedAt: Date | null
	replies: CommentView[]
}

/** One page of an article's threads in an order; `total` counts approved comments and replies. */
export type ThreadView = {
	total: number
	page: number
	pages: number
	order: ThreadOrder
	/** Id of the newest approved comment on any page; 0 without one. */
	newest: number
	threads: CommentView[]
	highlights: Highlights
}

/** A comment named by its author. */
export type Named = { id: number; authorName: string }

/** Number of the editor's picks, and of the newsroom's replies, with the newest of them. */
export type Highlights = Record<'picks' | 'replies', { count: number; comments: Named[] }>
