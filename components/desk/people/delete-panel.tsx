import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import type { DeskPerson } from './desk-person'
import styles from './people.module.css'

/** Deletes a person without stories, photographs and comments. */
export function DeletePanel({ person: { id, name }, action }: { person: DeskPerson; action: FormAction }) {
	return (
		<section className={styles.section} aria-labelledby="delete-heading">
			<h2 id="delete-heading">Delete</h2>
			<DeskForm id="delete" action={action} label="Delete">
				<input type="hidden" name="person" value={id} />
				<details className={styles.fold}>
					<summary>Delete…</summary>
					<p>
						No story, photograph or comment bears this name, so {name} can be deleted, with the profile and
						the account. This cannot be undone.
					</p>
					<Submit variant="danger">{`Delete ${name}`}</Submit>
				</details>
			</DeskForm>
		</section>
	)
}
