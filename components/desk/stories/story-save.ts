/** What a save of a story answers besides what every form does. */
export type StorySave = {
	/** The revision the next save is based on. */
	revisionId: number
	/** Set when somebody else saved in between: nothing was overwritten, and both texts are shown. */
	stale?: { by: string; at: string; theirs: string; yours: string }
}
