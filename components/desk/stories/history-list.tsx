import deskStyles from '@/components/desk/desk.module.css'
import type { Locale } from '@/components/desk/desk-time'
import type { RevisionRow } from '@/domain/articles/history'
import styles from './history.module.css'
import { RevisionFacts } from './revision-facts'

type Props = { storyId: number; revisions: RevisionRow[]; total: number; locale: Locale }

/** Saves of a story; each links to its comparison and its restore form. */
export function HistoryList({ storyId, revisions, total, locale }: Props) {
	return (
		<>
			<p className={deskStyles.soft}>
				Every save is a version. Open one to see what it changed, or to restore it.
			</p>
			<ol className={styles.list}>
				{revisions.map((revision) => (
					<li key={revision.number}>
						<p>
							<a href={`/desk/stories/${storyId}/history/${revision.number}`}>Version {revision.number}</a>
							{revision.number === total && <span className={deskStyles.soft}>, the newest</span>}
						</p>
						<RevisionFacts revision={revision} locale={locale} />
					</li>
				))}
			</ol>
		</>
	)
}
