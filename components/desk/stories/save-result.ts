/** What a save of a story answers besides what every form does. */
export type SaveResult = {
	/** Whether the words that were sent are stored. */
	saved: boolean
	/** The revision the next save is based on. */
	revisionId: number
	/** The publication that the next decision is made about, as a token. */
	publication: string
	/** The address as it is kept, which is not always as it was typed. */
	slug?: string
	/** Whether something was decided for readers too, which is then what there is to say. */
	decided?: boolean
	/** Set when somebody else saved in between: nothing was overwritten, and both texts are shown. */
	stale?: { by: string; at: string; theirs: string; yours: string }
}
