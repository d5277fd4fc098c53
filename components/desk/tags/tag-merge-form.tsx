import { DeskForm } from '@/components/desk/form/desk-form'
import { Checkbox, ChoiceGroup, Submit, TextField } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import styles from '@/components/desk/sections/sections.module.css'
import type { TagDetails } from '@/domain/tags'

/** Puts another tag in the place of this one. */
export function TagMergeForm({ tag: { id, slug }, action }: { tag: TagDetails; action: FormAction }) {
	return (
		<section className={styles.add} aria-labelledby="tag-merge-heading">
			<h2 id="tag-merge-heading">Merge</h2>
			<p className={styles.soft}>
				Its stories get the other tag instead, and /tags/{slug} leads there. This cannot be undone.
			</p>
			<DeskForm id="tag-merge" action={action} label="Merge" quiet>
				<input type="hidden" name="tag" value={id} />
				<TextField name="into" label="Name of the other tag" />
				<ChoiceGroup name="sure" legend="Are you sure?">
					<Checkbox name="sure" value="yes" label="Merge them for good" />
				</ChoiceGroup>
				<Submit variant="danger">Merge tags</Submit>
			</DeskForm>
		</section>
	)
}
