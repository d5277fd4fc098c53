import type { CommentList } from '@/lib/comment-lists'
import type { Format } from '../format'

/** Words of the lists of the comments of all stories. */
export const commentLists = ({ number }: Format<'en'>) => ({
	titles: {
		latest: 'Latest comments',
		respected: 'Most respected comments',
	} satisfies Record<CommentList, string>,
	descriptions: {
		latest: 'What readers say about all stories, the newest first.',
		respected: 'What readers say about all stories, by the respect of other readers.',
	} satisfies Record<CommentList, string>,
	lists: 'Lists of comments',
	latestRule: 'The comments on all stories, the newest first.',
	respectedRule: (days: number, readers: number, most: number) =>
		`Comments of the last ${number(days)} days that at least ${number(readers)} readers respect, by the number of these readers: up to ${number(most)} comments.`,
	empty: {
		latest: 'No comments yet. They appear here as readers write.',
		respected: 'No comment has enough respect yet. The list fills as readers give it.',
	} satisfies Record<CommentList, string>,
	on: <T>(headline: T) => ['On ', headline],
	readOn: 'Read on:',
	first: {
		latest: 'The newest',
		respected: 'The most respected',
	} satisfies Record<CommentList, string>,
	next: {
		latest: 'Older comments',
		respected: 'Further comments',
	} satisfies Record<CommentList, string>,
	/** Title of an entry in a feed. */
	entryTitle: (name: string, headline: string) => `${name} on “${headline}”`,
})
export type CommentListsMessages = ReturnType<typeof commentLists>
