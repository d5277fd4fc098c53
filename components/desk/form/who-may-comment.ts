/** Labels of the values of `COMMENTS_FROM`. */
export const WHO_MAY_COMMENT = [
	{ value: 'guests', label: 'Anyone with a name and an e-mail address' },
	{ value: 'confirmed', label: 'Anyone with a confirmed e-mail address' },
	{ value: 'accounts', label: 'People who are signed in' },
]

export const WHO_HINT =
	'Comments with an unconfirmed address appear by themselves once it is confirmed; without a mail server they wait for you'

/** The same values within a sentence. */
export const COMMENTERS = { guests: 'guests too', confirmed: 'confirmed addresses', accounts: 'accounts' }

/** How comments are taken, within a sentence. */
export const COMMENTS_STATES = { open: 'open', premoderated: 'each waits for approval', closed: 'closed' }
