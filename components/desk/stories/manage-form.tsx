import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import styles from '@/components/desk/trash/trash.module.css'

type Props = {
	storyId: number
	withdrawn: boolean
	/** Reason why the story cannot be moved to the trash; null if it can. */
	whyNotTrash: string | null
	action: FormAction
}

/** Buttons that copy a story and move it to the trash. */
export function ManageForm({ storyId, withdrawn, whyNotTrash, action }: Props) {
	return (
		<DeskForm id="manage" action={action} label="Copy or delete" className={styles.manage}>
			<input type="hidden" name="story" value={storyId} />
			<h2>Copy</h2>
			<p>
				A new draft with the saved text, its photographs and authors. Its headline begins with “Copy of”, and
				its address is its own.
			</p>
			<Submit name="do" value="duplicate">
				Make a copy
			</Submit>
			<h2>Trash</h2>
			<p>{whyNotTrash ?? trashWords(withdrawn)}</p>
			{!whyNotTrash && (
				<Submit name="do" value="trash" variant="danger">
					Move to the trash
				</Submit>
			)}
		</DeskForm>
	)
}

const trashWords = (withdrawn: boolean): string =>
	withdrawn
		? 'Kept for 30 days and then deleted for ever. Its address goes on telling readers why it was withdrawn.'
		: 'Kept for 30 days, in which it can be restored, and then deleted for ever. Readers never saw it.'
