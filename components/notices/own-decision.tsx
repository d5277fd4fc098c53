import { CommentText } from '@/components/comments/comment-text'
import { DateTime, type Locale } from '@/components/layout/date-time'
import { phrase } from '@/components/layout/phrase'
import type { OwnDecision } from '@/domain/notices/own-decision'
import { messages } from '@/lib/messages/messages'
import { type ComplaintProps, ComplaintSection } from './complaint'
import styles from './notices.module.css'
import { Statement } from './statement'

type Props = {
	found: OwnDecision
	/** Of a mail; empty in the author's own browser. */
	token: string
	locale: Locale
	complaint: ComplaintProps
}

/** The reasons of a decision, for the author of the comment. */
export function OwnDecisionView({ found, token, locale, complaint }: Props) {
	const { decision, comment, article } = found
	const words = messages().decisions
	return (
		<div className={styles.page}>
			<h1>{words.title}</h1>
			<figure className={styles.comment}>
				<figcaption>
					{phrase(
						words.onStory(
							<a key="story" href={`/news/${article.slug}`} dir="auto">
								{article.headline}
							</a>,
							<DateTime key="day" at={comment.createdAt} locale={locale} />,
						),
					)}
				</figcaption>
				<blockquote>
					<CommentText source={comment.body} />
				</blockquote>
			</figure>
			<Statement decision={decision} locale={locale} />
			<h2>{words.redress}</h2>
			<ComplaintSection {...complaint} fields={{ comment: comment.id, ...(token && { token }) }} />
		</div>
	)
}
