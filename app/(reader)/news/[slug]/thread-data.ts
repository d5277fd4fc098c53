import { nodeId } from '@/app/(reader)/structured-data'
import { commentWords } from '@/components/comments/comment-words'
import type { CommentView, ThreadView } from '@/domain/comments/views'
import { absoluteUrl } from '@/lib/site-url'

/** Comments and characters of a page in its JSON-LD, where they are on the page a second time. */
export const COMMENTS_IN_DATA_MAX = 20
const CHARACTERS_MAX = 10_000

/**
 * The approved comments of a page as schema.org `Comment` nodes of its story, newest threads first and replies below what
 * they answer; null without one. The node has the id of the story in the graph of the page, and no type of its own, so
 * that both are one (decision 48).
 */
export function threadData(
	slug: string,
	{ total, threads }: Pick<ThreadView, 'total' | 'threads'>,
): Record<string, unknown> | null {
	const left = { comments: COMMENTS_IN_DATA_MAX, characters: CHARACTERS_MAX }
	const comment = nodesOf(threads, slug, left)
	if (comment.length === 0) return null
	return { '@context': 'https://schema.org', '@id': nodeId.article(slug), commentCount: total, comment }
}

type Left = { comments: number; characters: number }

/** Nodes of comments; the replies to one that is removed, on another page or too long stand in its place. */
function nodesOf(comments: CommentView[], slug: string, left: Left): object[] {
	return comments.flatMap((comment) => {
		const { shown, waiting, id, authorName, body, createdAt, editedAt, replies } = comment
		const isTooLong = body.length > left.characters
		if (shown !== 'here' || waiting || isTooLong) return nodesOf(replies, slug, left)
		if (left.comments === 0) return []
		left.comments -= 1
		left.characters -= body.length
		const answers = nodesOf(replies, slug, left)
		return [
			{
				'@type': 'Comment',
				url: absoluteUrl(`/news/${slug}/comments/${id}`),
				author: { '@type': 'Person', name: authorName },
				datePublished: createdAt.toISOString(),
				...(editedAt && { dateModified: editedAt.toISOString() }),
				text: commentWords(body),
				...(answers.length > 0 && { comment: answers }),
			},
		]
	})
}
