import { DateTime, type Locale } from '@/components/layout/date-time'
import { Pagination } from '@/components/layout/pagination'
import type { PublicHistory, PublicVersionRow } from '@/domain/articles/public-history'
import styles from './history.module.css'

type Props = {
	history: PublicHistory
	locale: Locale
	pathOf: (number: number) => string
	addressOf: (page: number) => string
}

/** The published versions of a story, newest first, each with a link to its comparison. */
export function VersionList({ history, locale, pathOf, addressOf }: Props) {
	const { slug, headline, versions, total, page, pages } = history
	return (
		<div className={styles.history}>
			<h1>{total === 1 ? 'Never changed' : 'Changes to this story'}</h1>
			<p className={styles.story}>
				<a href={`/news/${slug}`} dir="auto">
					{headline}
				</a>
			</p>
			<p className={styles.lead}>
				Every version that was published here, newest first. Each one opens with what was added and removed.
			</p>
			<ol className={styles.versions} reversed start={versions[0]?.number}>
				{versions.map((version) => (
					<li key={version.number} value={version.number}>
						<p>
							<a href={pathOf(version.number)}>
								Version {version.number}, <DateTime at={version.from} locale={locale} style="minute" />
							</a>
						</p>
						<p className={styles.soft}>{wordsOf(version, total)}</p>
						{version.headline !== headline && <p dir="auto">{version.headline}</p>}
					</li>
				))}
			</ol>
			<Pagination page={page} pages={pages} label="Pages of versions" addressOf={addressOf} />
		</div>
	)
}

function wordsOf({ number, minor }: PublicVersionRow, total: number): string {
	const first = number === 1 ? 'First published' : minor ? 'Minor change' : 'Update'
	return number === total ? `${first} – the version on the site now` : first
}
