import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import styles from './comments.module.css'
import { HiddenFields } from './hidden-fields'

type Props = {
	notice: string | null
	/** What can be taken back, as the address has it. */
	undo: { ids: string; was: string } | null
	/** The screen to come back to, as hidden fields. */
	fields: Record<string, string>
	action: FormAction
}

/** What was just decided, and the way back from it. */
export function UndoNotice({ notice, undo, fields, action }: Props) {
	return (
		<DeskForm id="decided" action={action} notice={notice} label="Last decision" className={styles.decided}>
			{notice && undo && (
				<>
					<HiddenFields fields={fields} />
					<input type="hidden" name="undo" value={undo.ids} />
					<input type="hidden" name="was" value={undo.was} />
					<Submit>Undo</Submit>
				</>
			)}
		</DeskForm>
	)
}
