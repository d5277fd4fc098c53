/** Options of who may comment, by the values of `COMMENTS_FROM`. */
export const WHO_MAY_COMMENT = [
	{ value: 'guests', label: 'Anyone who gives a name and an e-mail address' },
	{ value: 'confirmed', label: 'Anyone whose e-mail address is confirmed by a mailed link' },
	{ value: 'accounts', label: 'People who are signed in' },
]

export const WHO_HINT =
	'Comments with an unconfirmed address appear by themselves once it is confirmed; without a mail server they wait for you'

/** The option of a value, within a sentence. */
export function whoWords(value: string): string {
	const label = WHO_MAY_COMMENT.find((option) => option.value === value)?.label ?? ''
	return label.charAt(0).toLowerCase() + label.slice(1)
}

/** How comments are taken, within a sentence. */
export const COMMENTS_STATES = { open: 'open', premoderated: 'each waits for approval', closed: 'closed' }
