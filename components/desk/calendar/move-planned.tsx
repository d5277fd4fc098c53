import { DeskForm } from '@/components/desk/form/desk-form'
import { SelectField, Submit, TextField } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import styles from './calendar.module.css'

type Props = { stories: { id: number; headline: string }[]; action: FormAction }

/** Moves the planned day of a story of the month. */
export function MovePlanned({ stories, action }: Props) {
	return (
		<DeskForm id="move" action={action} label="Move a planned day" className={styles.move}>
			<SelectField
				name="story"
				label="Planned story"
				options={stories.map(({ id, headline }) => ({ value: String(id), label: headline }))}
				value={String(stories[0]?.id ?? '')}
			/>
			<TextField name="day" type="date" label="To this day" />
			<Submit>Move the plan</Submit>
		</DeskForm>
	)
}
