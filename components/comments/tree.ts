import type { CommentView } from '@/domain/comments/views'
import { elementsOf } from './comment-text'

/**
 * Formatting elements on one page, some twenty to forty for each comment; comments beyond are plain text, so
 * that the page stays within the layout capacity of a phone.
 */
export const ELEMENTS_PER_PAGE_MAX = 1_000

export const hasComment = (threads: CommentView[], id: number): boolean =>
	threads.some(
		(comment) => (comment.id === id && comment.shown === 'here') || hasComment(comment.replies, id),
	)

/** All comments of a page in reading order. */
export const flatten = (threads: CommentView[]): CommentView[] =>
	threads.flatMap((comment) => [comment, ...flatten(comment.replies)])

/** Ids of the comments whose formatting exceeds the limit of the page, counted in reading order. */
export function plainBeyond(inOrder: { id: number; body: string }[]): Set<number> {
	let left = ELEMENTS_PER_PAGE_MAX
	const plain = new Set<number>()
	for (const { id, body } of inOrder) {
		const elements = elementsOf(body)
		if (elements <= left) left -= elements
		else plain.add(id)
	}
	return plain
}
