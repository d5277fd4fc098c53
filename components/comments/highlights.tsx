import { phrase } from '@/components/layout/phrase'
import type { Highlights, Named } from '@/domain/comments/views'
import { listed, messages } from '@/lib/messages/messages'

type Props = { slug: string; highlights: Highlights }

/** Links to the editor's picks of a thread, and to the replies of the newsroom. */
export function ThreadHighlights({ slug, highlights: { picks, replies } }: Props) {
	const words = messages().comments
	const linksTo = (comments: Named[]) =>
		phrase(
			listed(
				comments.map(({ id, authorName }) => (
					<a key={id} href={`/news/${slug}/comments/${id}`} rel="nofollow" dir="auto">
						{authorName}
					</a>
				)),
			),
		)
	return (
		<>
			{picks.count > 0 && (
				<p className="comment-note">{phrase(words.picks(picks.count, linksTo(picks.comments)))}</p>
			)}
			{replies.count > 0 && (
				<p className="comment-note">
					{phrase(words.newsroomReplies(replies.count, linksTo(replies.comments)))}
				</p>
			)}
		</>
	)
}
