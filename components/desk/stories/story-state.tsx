import { type Clock, deskTime } from '@/components/desk/desk-time'
import type { StoryState as State } from '@/domain/articles/desk'
import styles from './stories.module.css'

type Props = { state: State; changed: boolean; publishAt: Date | null; clock: Clock }

export function StoryState({ state, changed, publishAt, clock }: Props) {
	return (
		<span className={styles.state} data-state={state} data-changed={changed || undefined}>
			{stateWords({ state, changed, publishAt, clock })}
		</span>
	)
}

export function stateWords({ state, changed, publishAt, clock }: Props): string {
	switch (state) {
		case 'draft':
			return 'Draft'
		case 'scheduled':
			return `Scheduled for ${publishAt ? deskTime(publishAt, clock) : 'later'}`
		case 'live':
			return changed ? 'Live with unpublished changes' : 'Live'
		case 'withdrawn':
			return 'Withdrawn'
	}
}
