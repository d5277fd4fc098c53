/** Lists of the comments of all stories: the address of each, and the name of the keyset parameter of its pages. */
export const COMMENT_LISTS = {
	latest: { address: '/comments', parameter: 'before' },
	respected: { address: '/comments/respected', parameter: 'after' },
} as const
export type CommentList = keyof typeof COMMENT_LISTS

/** Comments on a page of a list: those of a page of a thread. */
export const LISTED_COMMENTS = 25

/** Rule of the most respected comments, which their pages state. */
export const RESPECTED_DAYS = 30
export const RESPECTED_MIN = 3
export const RESPECTED_MAX = 200

/** Path of the page of a list that starts beside a comment; without one, of its first page. */
export function commentListPath(list: CommentList, start: number | null): string {
	const { address, parameter } = COMMENT_LISTS[list]
	return start === null ? address : `${address}?${parameter}=${start}`
}
