import { articles, revisionBylines, revisions } from './articles'
import { corrections, previewLinks, revisionNames, storyNotes } from './desk'
import { photos } from './photos'
import { frontPages, pageRevisions } from './site'

/** Columns with references that block the deletion of a person; all others are deleted or set to null with it. */
export const PERSON_REFERENCES = [
	articles.assignedTo,
	articles.createdBy,
	articles.deletedBy,
	corrections.addedBy,
	frontPages.savedBy,
	pageRevisions.savedBy,
	photos.createdBy,
	previewLinks.createdBy,
	revisionBylines.personId,
	revisionNames.namedBy,
	revisions.savedBy,
	storyNotes.personId,
]
