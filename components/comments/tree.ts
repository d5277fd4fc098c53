import type { CommentView } from '@/domain/comments/views'

export const hasComment = (threads: CommentView[], id: number): boolean =>
	threads.some((comment) => comment.id === id || hasComment(comment.replies, id))
