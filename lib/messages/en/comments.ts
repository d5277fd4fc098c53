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
	yourComment: 'Your comment',
	replyTo: <T>(name: T) => ['Your reply to ', name],
	hint: (max: number) => `Up to ${number(max)} characters. *Emphasis* and links work.`,
	name: 'Name',
	email: 'E-mail',
	neverPublished: 'Never published.',
	leaveEmpty: 'Leave this empty',
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
	deleteHint: 'Its text and your name go at once and for good. Replies stay.',
	staff: 'Staff',
	waiting: 'Waiting for approval',
	waitingHint: 'Only you can see this until the desk has read it.',
	reply: 'Reply',
	/** Follows “Reply”, for screen readers. */
	replyToWhom: <T>(name: T) => [' to ', name],
	moderate: 'Moderate',
	/** Follows “Moderate”, for screen readers. */
	moderateWhose: <T>(name: T) => [' the comment by ', name],
	pages: 'Pages of comments',
})
export type CommentsMessages = ReturnType<typeof comments>
