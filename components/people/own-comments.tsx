import { DateTime, type Locale } from '@/components/layout/date-time'
import { storyText } from '@/components/layout/lang'
import type { StoryName } from '@/domain/articles/views'
import { messages } from '@/lib/messages/messages'
import styles from './people.module.css'

export type OwnComment = {
	id: number
	body: string
	state: 'waiting' | 'approved' | 'rejected'
	createdAt: Date
	hasReasons: boolean
	article: StoryName
}

type Props = { comments: OwnComment[]; locale: Locale }

export function OwnComments({ comments, locale }: Props) {
	const { account, decisions } = messages()
	const { commentStates, noComments } = account
	if (comments.length === 0) return <p>{noComments}</p>
	return (
		<ol className={styles.own}>
			{comments.map(({ id, body, state, createdAt, hasReasons, article }) => (
				<li key={id}>
					<p className={styles.ownHead}>
						<a
							href={`/news/${article.slug}${state === 'rejected' ? '' : `/comments/${id}`}`}
							{...storyText(article.language)}
						>
							{article.headline}
						</a>{' '}
						<span>
							<span className={styles.state}>{commentStates[state]}</span> ·{' '}
							{state === 'rejected' && hasReasons && (
								<>
									<a href={`/decisions/${id}`} aria-label={decisions.whyOf(article.headline)}>
										{decisions.why}
									</a>{' '}
									·{' '}
								</>
							)}
							<DateTime at={createdAt} locale={locale} />
						</span>
					</p>
					<p className={styles.words} dir="auto">
						{body}
					</p>
				</li>
			))}
		</ol>
	)
}
