'use client'

import deskStyles from '@/components/desk/desk.module.css'
import formStyles from '@/components/desk/form/form.module.css'
import styles from '../autosave/autosave.module.css'
import type { Presence } from './use-presence'

type Props = Presence & {
	/** Takes the story over from the other forms; absent without scripts. */
	onTakeOver?: () => void
}

/** Other open forms of the story, and the person of a takeover from this form. */
export function OpenElsewhere({ others, takenOverBy, onTakeOver }: Props) {
	const names = [...new Set(others.map(({ who }) => who))]
	return (
		<>
			{/* The times change every few seconds, and are not announced again. */}
			<p role="status" className={deskStyles.hidden}>
				{takenOverBy
					? `${takenOverBy} has taken this story over.`
					: names.length > 0
						? `Open elsewhere: ${names.join(', ')}.`
						: ''}
			</p>
			{(takenOverBy || others.length > 0) && (
				<section className={styles.others} aria-label="Open elsewhere">
					{takenOverBy && (
						<p>
							<bdi>{takenOverBy}</bdi> has taken this story over. What you type here stays on this device;
							when you save, both texts are put together.
						</p>
					)}
					{others.map(({ words }) => (
						<p key={words}>
							<bdi>{words}</bdi>
						</p>
					))}
					{onTakeOver && (
						<div className={formStyles.actions}>
							<button type="button" className={formStyles.plain} onClick={onTakeOver}>
								{takenOverBy ? 'Take it back' : 'Take over'}
							</button>
						</div>
					)}
				</section>
			)}
		</>
	)
}
