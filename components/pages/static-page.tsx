import { Body } from '@/components/articles/body'
import { bodyDirection } from '@/components/articles/body-direction'
import { DateTime, type Locale } from '@/components/layout/date-time'
import { phrase } from '@/components/layout/phrase'
import type { PageView } from '@/domain/pages/published'
import { messages } from '@/lib/messages/messages'
import styles from './static-page.module.css'

/** A static page of the newsroom. */
export function StaticPage({ page, locale }: { page: PageView; locale: Locale }) {
	const { title, body, photos, changedAt } = page
	return (
		<article className={styles.page} dir={bodyDirection(body)}>
			<h1 className={styles.title} dir="auto">
				{title}
			</h1>
			<Body body={body} photos={photos} />
			<p className={styles.changed}>
				<bdi>{phrase(messages().article.lastChanged(<DateTime at={changedAt} locale={locale} />))}</bdi>
			</p>
		</article>
	)
}
