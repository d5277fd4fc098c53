import deskStyles from '@/components/desk/desk.module.css'
import { deskTime, type Locale } from '@/components/desk/desk-time'
import type { RevisionRow, Visibility } from '@/domain/articles/history'
import { formatCount } from '@/lib/format-count'
import styles from './history.module.css'
import storyStyles from './stories.module.css'

type Props = { revision: RevisionRow; locale: Locale }

/** Name, time, person, words, visibility and note of a revision. */
export function RevisionFacts({ revision, locale }: Props) {
	const { savedAt, savedBy, words, visibility, note, name } = revision
	return (
		<div className={styles.facts}>
			{name && (
				<p className={styles.named}>
					<bdi>{name}</bdi>
				</p>
			)}
			<p>
				Saved <time dateTime={savedAt.toISOString()}>{deskTime(savedAt, locale)}</time>
				{savedBy && (
					<>
						{' '}
						by <bdi>{savedBy}</bdi>
					</>
				)}
				, {words === 1 ? '1 word' : `${formatCount(words)} words`}
			</p>
			{visibility && (
				<p>
					<span className={storyStyles.state} data-state={visibility.kind}>
						{visibilityWords(visibility, locale)}
					</span>
				</p>
			)}
			{note && (
				<p>
					<span className={deskStyles.soft}>Note:</span> <bdi>{note}</bdi>
				</p>
			)}
		</div>
	)
}

function visibilityWords(visibility: Visibility, locale: Locale): string {
	const from = deskTime(visibility.from, locale)
	switch (visibility.kind) {
		case 'live':
			return `Readers see this version, since ${from}`
		case 'scheduled':
			return `Readers will see this version from ${from}`
		case 'past':
			return `Readers saw this version, from ${from} until ${deskTime(visibility.until, locale)}`
	}
}
