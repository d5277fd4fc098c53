import { StoryLink } from '@/components/articles/story-link'
import { phrase } from '@/components/layout/phrase'
import type { ListedComment } from '@/domain/comments/listed'
import { COMMENT_LISTS, type CommentList } from '@/lib/comment-lists'
import { messages } from '@/lib/messages/messages'
import { CommentBadges } from './comment-badges'
import styles from './comment-excerpt.module.css'
import { listRule } from './comment-list-words'
import { commentExcerpt } from './comment-words'

/** Characters of a comment on the front page: some five lines of a column. */
const EXCERPT_MAX = 180

type Props = { list: CommentList; comments: ListedComment[] }

/** Comments of all stories on the front page, with their rule and a link to all. */
export function CommentBlock({ list, comments }: Props) {
	if (comments.length === 0) return null
	const words = messages().commentLists
	return (
		<section aria-labelledby={`${list}-comments`}>
			<h2 id={`${list}-comments`}>
				<a className={styles.all} href={COMMENT_LISTS[list].address}>
					{words.titles[list]}
				</a>
			</h2>
			<ul>
				{comments.map(({ id, story, ...comment }) => (
					<li key={id}>
						<p className={styles.text} dir="auto">
							{commentExcerpt(comment.body, EXCERPT_MAX).text}
						</p>
						<p className={styles.facts}>
							<a href={`/news/${story.slug}/comments/${id}`} rel="nofollow">
								<bdi>{comment.authorName}</bdi>
							</a>{' '}
							<CommentBadges comment={comment} />
						</p>
						<p className={styles.facts}>{phrase(words.on(<StoryLink key="story" story={story} />))}</p>
					</li>
				))}
			</ul>
			<p className={styles.rule}>{listRule(list)}</p>
		</section>
	)
}
