'use client'

import deskStyles from '@/components/desk/desk.module.css'
import { useChosen, useResponseNumber } from '@/components/desk/form/form-context'
import styles from './bulk.module.css'

/** Checkbox of a story in the list; stays checked if the step was refused for it. */
export function SelectStory({ id, headline }: { id: number; headline: string }) {
	const chosen = useChosen('selected', String(id), false)
	return (
		<label className={styles.select}>
			<input
				// Anew after each refusal, so that only the refused stories stay checked.
				key={useResponseNumber()}
				type="checkbox"
				name="selected"
				value={id}
				defaultChecked={chosen}
			/>
			<span className={deskStyles.hidden}>
				Select “<bdi>{headline}</bdi>”
			</span>
		</label>
	)
}
