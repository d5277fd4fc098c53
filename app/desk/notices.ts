import { RETENTION } from '@/lib/retention'

/** Notices after an accepted form, by name; without scripts the name is the `done` parameter. */
export const NOTICES = {
	saved: 'Saved.',
	stale: 'Nothing was overwritten: your text and the newer one are both here.',
	merged: 'Both texts are saved as one. Readers see it when it is published.',
	mergedAgain:
		'Somebody saved again in between. Your merged text is kept; please look at what changed since.',
	discarded: 'The unsaved text is discarded.',
	started: 'The story is started. Only the newsroom can see it.',
	restored: 'The earlier version is restored as the newest one. Readers see it when it is published.',
	submitted: 'Handed in for review. Editors see it among what waits for them.',
	recalled: 'Taken back. It is a draft again.',
	storyApproved: 'Approved. It can be published or scheduled.',
	returned: 'Returned to the writer with your note.',
	planned: 'Saved. Neither date publishes anything.',
	languageChanged: 'The language and the translations are changed.',
	machinesChanged: 'Saved. Machines are told at their next visit.',
	responsesChanged: 'Saved. Readers see it at once.',
	seriesSet: 'Saved. Readers see the series with the story at once.',
	seriesChanged: 'Saved. Readers see it now.',
	seriesRemoved: 'The series is gone: it had no parts, and now no description.',
	relatedSet: 'Saved. Readers see it below the story at once.',
	moved: 'Moved. A planned day publishes nothing.',
	noteAdded: 'The note is added. Readers never see it.',
	noteChanged: 'The note is changed.',
	published: 'Published. Readers can see it now.',
	scheduled: 'Scheduled. It appears by itself at that time.',
	scheduledUpdated: 'Updated. At its time, readers will see this text.',
	unscheduled: 'Taken back. The story is a draft again, and no reader has seen it.',
	previewRevoked: 'Revoked. The link shows nothing any more.',
	correctionAdded: 'Added. Readers see it with the story and on the page of corrections.',
	withdrawn: 'Withdrawn. Readers are told why.',
	dateChanged: 'The publication date is changed. Lists and neighbours follow it.',
	duplicated: 'A copy is started as a draft. Only the newsroom can see it.',
	trashed: `Moved to the trash, where it is kept for ${RETENTION.trashDays} days.`,
	untrashed: 'Restored from the trash.',
	deleted: 'Deleted for ever.',
	bulkDone: 'Done with all selected stories.',
	undone: 'Undone. Everything is as it was before.',
	photoAdded: 'The photograph is added. Please check its words; what the file knew is filled in.',
	approved: 'Approved. Readers can see it now.',
	rejected: 'Rejected. Readers will not see it.',
	waiting: 'It waits for a decision again. Readers do not see it.',
	picked: 'Marked. Readers see it as an editor’s pick.',
	unpicked: 'The mark is gone.',
	votesReleased: 'Counted. Readers see it, with your reason, on the page of counts.',
	votesDiscarded: 'Discarded. Readers see it, with your reason, on the page of counts.',
	votesWait: 'Undone. The votes wait again and are not counted.',
	commentKept: 'Decided: the comment stays. Both sides can read the reasons.',
	commentRemoved: 'Decided: the comment is removed. Both sides can read the reasons.',
	complaintUpheld: 'Decided: the complaint is upheld. The answer is on the page of its sender.',
	complaintRejected: 'Decided: the decision stands. The answer is on the page of its sender.',
	messageHandled: `Marked as handled. It is kept for ${RETENTION.messageDays} days.`,
	messageReopened: 'Put back. It waits again.',
	sectionMade: 'The section is made. Stories can be put in it now.',
	menuSaved: 'Saved. Readers have the menu now.',
	pageStarted: 'The page is started. Only the newsroom can see it.',
	pagePublished: 'Published. Readers can see the page now.',
	pageUnpublished: 'Taken off the site. The text is kept here.',
	pageDeleted: 'The page is deleted.',
	sectionChanged: 'Saved. Readers see it now, and the old address leads here.',
	sectionMoved: 'The order is changed. The menu has it now.',
	sectionRetired: 'Retired. It is out of the menu; its page and stories stay.',
	sectionBack: 'Back in the menu, as the last one.',
	sectionMerged: 'Merged. The stories are here now, and the old address leads here.',
	tagRenamed: 'Renamed. Stories and readers have the new name, and the old address leads here.',
	tagMerged: 'Merged. The stories carry this tag now, and the old address leads here.',
	firstRunDismissed: 'The desk no longer reminds you. The settings have all of this.',
	demoRemoved: 'The demo edition is removed.',
	adPlaced: 'The advertisement is placed and running.',
	adRunning: 'The advertisement is running.',
	adStopped: 'The advertisement is stopped.',
	authorAdded: 'The author is added, and can stand over stories now.',
	roleChanged: 'The role is changed, from the next click on.',
	personDisabled: 'Disabled and signed out everywhere. Nothing that was published has changed.',
	personEnabled: 'Enabled. Signing in works again.',
	adRetired: 'The advertisement is retired. It can be restored from the retired ones.',
	adRestored: 'The advertisement is restored.',
	invitationMailed: 'The invitation is mailed. Its link works once, within seven days.',
	invitationRevoked: 'The invitation is revoked. Its link no longer opens.',
	frontPageSaved: 'Saved. Readers see this front page now.',
	frontPageScheduled: 'Scheduled. The front page changes by itself at that time.',
	frontPageUndone: 'Undone. Readers see the former front page again.',
	frontPageUnscheduled: 'Removed. The front page does not change at that time.',
	factorsReset: 'The second factors are removed. The password alone signs in until a new one is added.',
} as const

export type Notice = keyof typeof NOTICES

export type Search = Promise<Record<string, string | string[] | undefined>>

/** Notice text of the `done` parameter; null if absent or unknown. */
export async function noticeIn(search: Search): Promise<string | null> {
	const { done } = await search
	return typeof done === 'string' && Object.hasOwn(NOTICES, done) ? NOTICES[done as Notice] : null
}

export async function paramsIn(search: Search): Promise<Record<string, string>> {
	const entries = Object.entries(await search)
	return Object.fromEntries(entries.map(([name, value]) => [name, [value].flat()[0] ?? '']))
}
