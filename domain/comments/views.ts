import type { Reason } from '@/lib/moderation-phases'

/** A comment for rendering. `body` is as typed; the page renders its small Markdown. */
export type CommentView = {
	id: number
	/**
	 * `removed` and `elsewhere` are placeholders that keep a thread connected: a removed comment with visible
	 * replies, and an ancestor on an earlier page. Their `body` is empty; that of `removed` also has no name.
	 */
	shown: 'here' | 'elsewhere' | 'removed'
	authorName: string
	/** Whether the author has an account with a staff role. */
	staff: boolean
	mine: boolean
	/** True only for the viewer's own held comments. */
	waiting: boolean
	/** Phases of automatic moderation that held it. */
	heldFor?: Reason[]
	body: string
	createdAt: Date
	replies: CommentView[]
}

/** One page of an article's threads, newest first; `total` counts approved comments and replies. */
export type ThreadView = { total: number; page: number; pages: number; threads: CommentView[] }
