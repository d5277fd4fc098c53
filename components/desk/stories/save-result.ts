/** Result of saving a story, in addition to the form state. */
export type SaveResult = {
	/** Whether the submitted text was stored. */
	saved: boolean
	/** Base revision of the next save. */
	revisionId: number
	/** Token of the publication state on which the next decision is based. */
	publication: string
	/** The slug as stored, which may differ from the submitted one. */
	slug?: string
	/** Whether the publication changed too; the result message then reports that. */
	decided?: boolean
	/** Edit conflict: another save came in between. A story is kept, with both texts on the page `merge`. */
	stale?: { by: string; at: string; merge?: string; theirs?: string; yours?: string }
}
