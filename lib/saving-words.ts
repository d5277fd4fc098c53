/** Words of the button that puts a story into the reading list, of a saved story, and of its removal. */
export const SAVE_WORDS = {
	save: 'Save for later',
	saved: 'Saved for later',
	removed: 'Removed from your reading list',
}

export const READING_LIST = { path: '/reading-list', name: 'Reading list' }
