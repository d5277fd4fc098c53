import type { Format } from '../format'

/** Words of a story's comments and of their form. */
export const comments = ({ number, plural }: Format<'en'>) => ({
	count: (count: number) => plural(count, { one: '# comment', other: '# comments' }),
	none: 'No comments yet. Yours would be the first.',
	/** The count, and a sentence that says that comments are closed. */
	countAndClosed: (count: string, closed: string) => `${count}. ${closed}`,
	closed: 'The conversation is closed.',
	closedOn: (day: string) => `The conversation closed on ${day}.`,
	closedAfter: (day: string, days: number) =>
		plural(days, {
			one: `The conversation closed on ${day}, # day after the story appeared.`,
			other: `The conversation closed on ${day}, # days after the story appeared.`,
		}),
	closedBecause: (reason: string) => `The conversation is closed: ${reason}`,
	closedOnBecause: (day: string, reason: string) => `The conversation closed on ${day}: ${reason}`,
	closesOn: (day: string) => `Comments close on ${day}.`,
	needsAccount:
		'Comments here are from people who are signed in. You can write first, and then sign in or make an account.',
	needsConfirmation:
		'A comment with an address that is not confirmed yet waits until you have opened a link that we mail to you.',
	needsOwnConfirmation: <T>(account: T) => [
		'Your comments wait until your e-mail address is confirmed: ',
		account,
	],
	needsModerator: 'Comments of people without an account wait for a moderator.',
	confirmHint:
		'A comment was written here with your e-mail address. This confirms that the address is yours. If you wrote none, close this page: nothing happens without the button.',
	addressConfirmed: 'Your address is confirmed',
	confirmed: {
		approved: 'Your comment is published.',
		waiting:
			'Your comment waits for a moderator, for another reason. It is at its place in the browser in which you wrote it, with the reason.',
		rejected: 'A moderator has decided that the comment is not published.',
	},
	confirmationUsedUp:
		'It works once, and for a week. If you used it before, your address is confirmed; otherwise send the comment again, and a new one is mailed to you.',
	toComment: 'To the comment',
	toStory: 'To the story',
	yourComment: 'Your comment',
	replyTo: <T>(name: T) => ['Your reply to ', name],
	hint: (max: number) => `Up to ${number(max)} characters. *Emphasis* and links work.`,
	name: 'Name',
	email: 'E-mail',
	neverPublished: 'Never published.',
	leaveEmpty: 'Leave this empty',
	preview: 'Preview',
	previewTitle: 'Preview, not posted yet',
	lookForNew: 'Look for new comments',
	post: 'Post',
	signInAndPost: 'Sign in and post',
	cancelReply: 'Cancel the reply',
	postingAs: <T>(name: T) => ['Posting as ', name],
	wordsKept: 'Your words will be here when you return.',
	earlierBy: <T>(name: T) => ['Earlier comment by ', name],
	removed: 'This comment was removed.',
	linked: 'The linked comment',
	edited: 'Edited',
	deleted: 'Its author has deleted this comment.',
	edit: 'Edit',
	editLeft: (time: string) => `${time} left`,
	deleteOwn: 'Delete',
	ownTitle: 'Your comment',
	saveEdit: 'Save the change',
	editOver: 'It can no longer be changed: that is possible for 10 minutes.',
	deleteTitle: 'Delete the comment',
	deleteHint: (days: string) =>
		`Its text and your name go at once and for good. In the place of a public comment a line says so for ${days}, or as long as it has replies, which stay.`,
	staff: 'Staff',
	author: 'Author',
	picked: 'Editor’s pick',
	picks: <T>(count: number, names: T) => [
		plural(count, { one: '# editor’s pick: ', other: '# editor’s picks: ' }),
		names,
	],
	newsroomReplies: <T>(count: number, names: T) => [
		plural(count, { one: '# reply from the newsroom: ', other: '# replies from the newsroom: ' }),
		names,
	],
	waiting: 'Waiting for approval',
	waitingHint: 'Only you can see this until the desk has read it.',
	reply: 'Reply',
	/** Follows “Reply”, for screen readers. */
	replyToWhom: <T>(name: T) => [' to ', name],
	moderate: 'Moderate',
	/** Follows “Moderate”, for screen readers. */
	moderateWhose: <T>(name: T) => [' the comment by ', name],
	respect: 'Respect',
	respectWhom: <T>(name: T) => [' for the comment by ', name],
	respects: (count: number) =>
		plural(count, { one: '# reader respects this', other: '# readers respect this' }),
	number: (count: number) => number(count),
	inReplyTo: <T>(name: T) => ['In reply to ', name],
	replies: (count: number) => plural(count, { one: '# reply', other: '# replies' }),
	sort: 'Order',
	sorts: { newest: 'newest first', oldest: 'oldest first', respected: 'most respected first' },
	view: 'Replies',
	views: { threads: 'below their comment', collapsed: 'collapsed', flat: 'in one list' },
	size: 'On a page',
	sizes: (count: number) => number(count),
	showOrder: 'Show',
	pages: 'Pages of comments',
})
export type CommentsMessages = ReturnType<typeof comments>
