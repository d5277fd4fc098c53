import { articles, revisionBylines, revisions } from './articles'
import { corrections, previewLinks, revisionNames, storyNotes } from './desk'
import { photos } from './photos'
import { frontPages, pageRevisions } from './site'

/** Columns whose rows keep a person from being deleted; all other references go or become null with the person. */
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
