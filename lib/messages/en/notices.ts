import type { Format } from '../format'

/** Words of the list of what happened to a reader's comments and votes. */
export const notices = ({ number, plural }: Format<'en'>) => ({
	title: 'Notices',
	titled: (count: number, more: boolean) => `Notices (${number(count)}${more ? '+' : ''})`,
	short: (count: number, more: boolean) => `(${number(count)}${more ? '+' : ''})`,
	hint: 'Replies to your comments, decisions about them, and what happened to your votes',
	none: 'Nothing has happened to your comments and votes yet.',
	unread: 'New',
	unreadLink: (count: number) => plural(count, { one: '# unread notice', other: '# unread notices' }),
	markAll: 'Mark all as read',
	marked: 'All are marked as read.',
	reply: <T>(name: T) => [name, ' has replied to your comment.'],
	approved: 'Your comment waited, and is published now.',
	notPublished: 'Your comment was not published.',
	removed: 'Your comment was removed.',
	undonePublic: 'The decision against your comment was taken back. It is published.',
	undoneWaits: 'The decision against your comment was taken back.',
	complaint: 'The newsroom has decided about your complaint.',
	respects: (count: number) =>
		plural(count, {
			one: '# reader has shown respect for your comment.',
			other: '# readers have shown respect for your comment.',
		}),
	pick: 'Your comment is an editor’s pick.',
	counted: 'An editor has counted your vote, which was set aside.',
	reason: (reason: string) => `Reason: ${reason}`,
})
export type NoticesMessages = ReturnType<typeof notices>
