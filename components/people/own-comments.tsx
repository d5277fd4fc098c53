import { DateTime, type Locale } from '@/components/layout/date-time'
import { messages } from '@/lib/messages/messages'
import styles from './people.module.css'

export type OwnComment = {
	id: number
	body: string
	state: 'waiting' | 'approved' | 'rejected'
	createdAt: Date
	article: { slug: string; headline: string }
}

type Props = { comments: OwnComment[]; locale: Locale }

export function OwnComments({ comments, locale }: Props) {
	const { commentStates, noComments } = messages().account
	if (comments.length === 0) return <p>{noComments}</p>
	return (
		<ol className={styles.own}>
			{comments.map(({ id, body, state, createdAt, article }) => (
				<li key={id}>
					<p className={styles.ownHead}>
						<a dir="auto" href={`/news/${article.slug}${state === 'rejected' ? '' : `/comments/${id}`}`}>
							{article.headline}
						</a>{' '}
						<span>
							<span className={styles.state}>{commentStates[state]}</span> ·{' '}
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
