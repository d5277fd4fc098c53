import { DateTime, type Locale } from '@/components/layout/date-time'
import styles from './people.module.css'

export type OwnComment = {
	id: number
	body: string
	state: 'waiting' | 'approved' | 'rejected'
	createdAt: Date
	article: { slug: string; headline: string }
}

const STATES = { waiting: 'Waiting for approval', approved: 'Published', rejected: 'Not published' }

type Props = { comments: OwnComment[]; locale: Locale }

export function OwnComments({ comments, locale }: Props) {
	if (comments.length === 0) return <p>You have not commented on a story yet.</p>
	return (
		<ol className={styles.own}>
			{comments.map(({ id, body, state, createdAt, article }) => (
				<li key={id}>
					<p className={styles.ownHead}>
						<a dir="auto" href={`/news/${article.slug}${state === 'rejected' ? '' : `/comments/${id}`}`}>
							{article.headline}
						</a>{' '}
						<span>
							<span className={styles.state}>{STATES[state]}</span> ·{' '}
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
