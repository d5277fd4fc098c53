import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import styles from './comments.module.css'
import { HiddenFields } from './hidden-fields'

type Props = {
	notice: string | null
	/** Message of a decision that was refused. */
	problem: string | null
	/** The decision that can be undone, as given in the URL; empty without one. */
	undo: string
	/** Hidden fields that name the list to return to. */
	fields: Record<string, string>
	action: FormAction
	intercept: () => boolean
}

/** Notice of the last decision, with a button that undoes it. */
export function UndoNotice({ notice, problem, undo, fields, action, intercept }: Props) {
	return (
		<DeskForm
			id="decided"
			action={action}
			notice={notice}
			label="Last decision"
			className={styles.decided}
			intercept={intercept}
		>
			{problem && (
				<p role="alert" className={styles.problem}>
					{problem}
				</p>
			)}
			{undo && (
				<>
					<HiddenFields fields={fields} />
					<input type="hidden" name="undo" value={undo} />
					<Submit>Undo</Submit>
				</>
			)}
		</DeskForm>
	)
}
