/** What a save of a story answers besides what every form does. */
export type StorySave = {
	/** The revision the next save is based on. */
	revisionId: number
	/** The address as it is kept, which is not always as it was typed. */
	slug?: string
	/** Whether something was decided for readers too, which is then what there is to say. */
	decided?: boolean
	/** Set when somebody else saved in between: nothing was overwritten, and both texts are shown. */
	stale?: { by: string; at: string; theirs: string; yours: string }
}
