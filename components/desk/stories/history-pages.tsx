import type { RevisionRow } from '@/domain/articles/history'
import styles from './history.module.css'

type Props = { storyId: number; revisions: RevisionRow[]; total: number }

/** Links to the newest versions and to those before the last one shown. */
export function HistoryPages({ storyId, revisions, total }: Props) {
	const path = `/desk/stories/${storyId}/history`
	const isNewest = revisions[0]?.number === total
	const last = revisions.at(-1)?.number ?? 1
	if (isNewest && last === 1) return null
	return (
		<nav className={styles.pages} aria-label="Pages of the history">
			{!isNewest && <a href={path}>Newest versions</a>}
			{last > 1 && (
				<a href={`${path}?before=${last}`} rel="next">
					Earlier versions
				</a>
			)}
		</nav>
	)
}
