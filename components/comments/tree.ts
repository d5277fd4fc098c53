import type { CommentView } from '@/domain/comments/views'
import { elementsOf } from './comment-text'

/**
 * Elements of formatting on one page, some twenty to forty in each of its comments; what is beyond is shown as plain
 * text, so that no page grows beyond what a phone can lay out.
 */
export const ELEMENTS_PER_PAGE_MAX = 1_000

export const hasComment = (threads: CommentView[], id: number): boolean =>
	threads.some(
		(comment) => (comment.id === id && comment.shown === 'here') || hasComment(comment.replies, id),
	)

/** All comments of a page in the order in which they are read. */
export const flatten = (threads: CommentView[]): CommentView[] =>
	threads.flatMap((comment) => [comment, ...flatten(comment.replies)])

/** The numbers of the comments whose formatting no longer fits on a page with those before them. */
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
