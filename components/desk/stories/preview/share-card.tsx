import deskStyles from '@/components/desk/desk.module.css'
import { Picture } from '@/components/photos/picture'
import type { ArticleView } from '@/domain/articles/views'
import styles from './preview.module.css'

type Props = { article: ArticleView; siteName: string; host: string }

/** The card that other sites make of a link to the story: picture, headline, standfirst, host. */
export function ShareCard({ article: { hero, headline, standfirst, section }, siteName, host }: Props) {
	return (
		<section className={styles.card} aria-label="Share card">
			{hero ? (
				<Picture photo={hero} sizes="32rem" />
			) : (
				<p className={deskStyles.soft}>No picture: there is no lead photograph.</p>
			)}
			<div>
				<p className={deskStyles.soft}>
					<bdi>{siteName}</bdi> · {host}
					{section && (
						<>
							{' '}
							· <bdi>{section.name}</bdi>
						</>
					)}
				</p>
				<p className={styles.cardTitle} dir="auto">
					{headline}
				</p>
				{standfirst ? (
					<p dir="auto">{standfirst}</p>
				) : (
					<p className={deskStyles.soft}>No standfirst: the site’s own line is shown.</p>
				)}
			</div>
		</section>
	)
}
