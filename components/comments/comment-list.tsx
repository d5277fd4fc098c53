import type { ReactNode } from 'react'
import { StoryLink } from '@/components/articles/story-link'
import { DateTime, type Locale } from '@/components/layout/date-time'
import { ListLinks } from '@/components/layout/list-links'
import { phrase } from '@/components/layout/phrase'
import type { ListedComment } from '@/domain/comments/listed'
import '@/components/layout/pagination.css'
import { COMMENT_LISTS, commentListPath, type CommentList as List } from '@/lib/comment-lists'
import { messages } from '@/lib/messages/messages'
import { CommentBadges } from './comment-badges'
import excerpt from './comment-excerpt.module.css'
import styles from './comment-list.module.css'
import { listRule } from './comment-list-words'
import { commentExcerpt } from './comment-words'

/** Characters of a comment in a list: of most the whole. */
const EXCERPT_MAX = 500

type Props = {
	list: List
	comments: ListedComment[]
	/** Whether the page is not the first. */
	later: boolean
	/** The comment that the next page starts beside; null on the last. */
	next: number | null
	/** Time of the count, in the list of the most respected. */
	counted?: ReactNode
	locale: Locale
}

/** A page of the comments of all stories, with the rule of their order. */
export function CommentList({ list, comments, later, next, counted, locale }: Props) {
	const words = messages().commentLists
	return (
		<div className={styles.page}>
			<h1>{words.titles[list]}</h1>
			<ListLinks current={COMMENT_LISTS[list].address} />
			<nav aria-label={words.lists} className={styles.lists}>
				<ul>
					{(Object.keys(COMMENT_LISTS) as List[]).map((each) => (
						<li key={each}>
							<a href={COMMENT_LISTS[each].address} aria-current={each === list ? 'page' : undefined}>
								{words.titles[each]}
							</a>
						</li>
					))}
				</ul>
			</nav>
			<p className={excerpt.rule}>
				{listRule(list)} {counted}
			</p>
			{comments.length === 0 && <p className={excerpt.rule}>{words.empty[list]}</p>}
			<ol className={styles.comments}>
				{comments.map((comment) => (
					<li key={comment.id}>
						<Listed comment={comment} locale={locale} />
					</li>
				))}
			</ol>
			{(later || next) && (
				<nav className="pagination" aria-label={messages().comments.pages}>
					{later && <a href={COMMENT_LISTS[list].address}>{words.first[list]}</a>}
					{next && (
						<a rel="next" href={commentListPath(list, next)}>
							{words.next[list]}
						</a>
					)}
				</nav>
			)}
		</div>
	)
}

function Listed({ comment, locale }: { comment: ListedComment; locale: Locale }) {
	const { id, authorName, body, createdAt, editedAt, respects, story } = comment
	const all = messages()
	const permalink = `/news/${story.slug}/comments/${id}`
	const { text, isCut } = commentExcerpt(body, EXCERPT_MAX)
	return (
		<article>
			<h2>
				<bdi>{authorName}</bdi>
			</h2>{' '}
			<CommentBadges comment={comment} />
			<p className={excerpt.facts}>{phrase(all.commentLists.on(<StoryLink key="story" story={story} />))}</p>
			<p className={excerpt.text} dir="auto">
				{text}
			</p>
			<p className={`${excerpt.facts} ${styles.row}`}>
				<a href={permalink} rel="bookmark nofollow">
					{isCut && `${all.commentLists.readOn} `}
					<DateTime at={createdAt} locale={locale} style="minute" />
				</a>
				{editedAt && <span>{all.comments.edited}</span>}
				{respects !== null && <span>{all.comments.respects(respects)}</span>}
			</p>
		</article>
	)
}
