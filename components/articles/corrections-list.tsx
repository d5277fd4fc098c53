import type { Locale } from '@/components/layout/date-time'
import { Pagination } from '@/components/layout/pagination'
import type { ListedCorrection } from '@/domain/corrections'
import { Correction } from './corrections'
import styles from './corrections-list.module.css'

type Props = {
	corrections: ListedCorrection[]
	page: number
	pages: number
	locale: Locale
	addressOf: (page: number) => string
}

/** All corrections of the site, newest first. */
export function CorrectionsList({ corrections, page, pages, locale, addressOf }: Props) {
	return (
		<div className={styles.list}>
			<h1>Corrections</h1>
			<p className={styles.lead}>
				What we corrected, clarified or added after publication, newest first. An entry is never changed or
				removed.
			</p>
			{corrections.length === 0 && <p>Nothing has been corrected yet.</p>}
			<ul>
				{corrections.map((correction) => (
					<li key={correction.id}>
						<Correction correction={correction} locale={locale} />
						<Story story={correction.story} />
					</li>
				))}
			</ul>
			<Pagination page={page} pages={pages} label="Pages of corrections" addressOf={addressOf} />
		</div>
	)
}

function Story({ story }: Pick<ListedCorrection, 'story'>) {
	if (!story) return <p className={styles.story}>The story is no longer on the site.</p>
	return (
		<p className={styles.story}>
			<a href={`/news/${story.slug}`} dir="auto">
				{story.headline}
			</a>
			{story.withdrawn && ' (withdrawn)'}
		</p>
	)
}
