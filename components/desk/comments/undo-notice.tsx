import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import styles from './comments.module.css'
import { HiddenFields } from './hidden-fields'

type Props = {
	notice: string | null
	/** The decision that can be undone, as given in the URL. */
	undo: { ids: string; was: string } | null
	/** Hidden fields that name the list to return to. */
	fields: Record<string, string>
	action: FormAction
}

/** Notice of the last decision, with a button that undoes it. */
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
