import { DateTime, type Locale } from '@/components/layout/date-time'
import { storyText } from '@/components/layout/lang'
import { Pagination } from '@/components/layout/pagination'
import { phrase } from '@/components/layout/phrase'
import type { PublicHistory, PublicVersionRow } from '@/domain/articles/public-history'
import { messages } from '@/lib/messages/messages'
import { StoryLink } from '../story-link'
import styles from './history.module.css'

type Props = {
	history: PublicHistory
	locale: Locale
	pathOf: (number: number) => string
	addressOf: (page: number) => string
}

/** The published versions of a story, newest first, each with a link to its comparison. */
export function VersionList({ history, locale, pathOf, addressOf }: Props) {
	const { headline, language, versions, total, page, pages } = history
	const words = messages().history
	return (
		<div className={styles.history}>
			<h1>{total === 1 ? words.neverChanged : words.changes}</h1>
			<p className={styles.story}>
				<StoryLink story={history} />
			</p>
			<p className={styles.lead}>{words.lead}</p>
			<ol className={styles.versions} reversed start={versions[0]?.number}>
				{versions.map((version) => (
					<li key={version.number} value={version.number}>
						<p>
							<a href={pathOf(version.number)}>
								{phrase(
									words.versionOf(
										version.number,
										<DateTime at={version.from} locale={locale} style="minute" />,
									),
								)}
							</a>
						</p>
						<p className={styles.soft}>{wordsOf(version, total)}</p>
						{version.headline !== headline && <p {...storyText(language)}>{version.headline}</p>}
					</li>
				))}
			</ol>
			<Pagination page={page} pages={pages} label={words.pages} addressOf={addressOf} />
		</div>
	)
}

function wordsOf({ number, minor }: PublicVersionRow, total: number): string {
	const words = messages().history
	const kind = number === 1 ? words.firstPublished : minor ? words.minorChange : words.update
	return number === total ? words.onSiteNow(kind) : kind
}
