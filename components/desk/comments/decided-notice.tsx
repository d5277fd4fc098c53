import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import type { CommentState } from '@/domain/comments/decide'
import styles from './comments.module.css'

type Props = {
	notice: string | null
	/** What can be taken back, as the address has it. */
	undo: { ids: string; was: string } | null
	shown: CommentState
	action: FormAction
}

/** What was just decided, and the way back from it. */
export function DecidedNotice({ notice, undo, shown, action }: Props) {
	return (
		<DeskForm id="decided" action={action} notice={notice} label="Last decision" className={styles.decided}>
			{notice && undo && (
				<>
					<input type="hidden" name="show" value={shown} />
					<input type="hidden" name="undo" value={undo.ids} />
					<input type="hidden" name="was" value={undo.was} />
					<Submit>Undo</Submit>
				</>
			)}
		</DeskForm>
	)
}
