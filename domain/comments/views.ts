/** A comment as printed. `body` is what was typed; the page renders its small Markdown. */
export type CommentView = {
	id: number
	/**
	 * `removed` and `elsewhere` hold a thread together: the one has replies that are shown, the other stands
	 * on an earlier page of its thread. Neither has a body, and `removed` has no name.
	 */
	shown: 'here' | 'elsewhere' | 'removed'
	authorName: string
	/** Whether the newsroom speaks, proven by an account with a role. */
	staff: boolean
	mine: boolean
	/** Only ever true of the viewer's own comments. */
	waiting: boolean
	body: string
	createdAt: Date
	replies: CommentView[]
}

/** One page of an article's threads, newest thread first; `total` counts approved comments and replies. */
export type ThreadView = { total: number; page: number; pages: number; threads: CommentView[] }
