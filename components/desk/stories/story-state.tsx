import { deskTime, type Locale } from '@/components/desk/desk-time'
import type { Publication, StoryState as State } from '@/domain/articles/publication'
import styles from './stories.module.css'

/** `changed`: whether the newest revision differs from the published or scheduled one. */
type Props = { state: State; changed: boolean; publishAt: Date | null; locale: Locale }

export function StoryState({ state, changed, publishAt, locale }: Props) {
	return (
		<span className={styles.state} data-state={state} data-changed={changed || undefined}>
			{stateWords({ state, changed, publishAt, locale })}
		</span>
	)
}

export function stateWords({ state, changed, publishAt, locale }: Props): string {
	switch (state) {
		case 'draft':
			return 'Draft'
		case 'in review':
			return 'In review'
		case 'approved':
			return 'Approved'
		case 'scheduled': {
			const scheduled = `Scheduled for ${timeWords(publishAt, locale)}`
			return changed ? `${scheduled}, without the newest changes` : scheduled
		}
		case 'live':
			return changed ? 'Live with unpublished changes' : 'Live'
		case 'withdrawn':
			return 'Withdrawn'
	}
}

/** Publication state within a sentence: “the story was scheduled for 12:03”. */
export function publicationWords({ state, publishAt }: Publication, locale: Locale): string {
	switch (state) {
		case 'draft':
			return 'a draft'
		case 'in review':
		case 'approved':
			return state
		case 'scheduled':
			return `scheduled for ${timeWords(publishAt, locale)}`
		case 'live':
			return `live, since ${timeWords(publishAt, locale)}`
		case 'withdrawn':
			return 'withdrawn'
	}
}

const timeWords = (at: Date | null, locale: Locale): string => (at ? deskTime(at, locale) : 'later')
