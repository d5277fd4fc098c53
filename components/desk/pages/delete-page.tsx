import { DeskForm } from '@/components/desk/form/desk-form'
import { Checkbox, ChoiceGroup, Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import styles from './pages.module.css'

type Props = { pageId: number; slug: string; action: FormAction }

/** Deletes a page that was never published. */
export function DeletePage({ pageId, slug, action }: Props) {
	return (
		<section className={styles.add} aria-labelledby="delete-page-heading">
			<h2 id="delete-page-heading">Delete</h2>
			<DeskForm id="page-delete" action={action} label="Delete the page">
				<input type="hidden" name="page" value={pageId} />
				<ChoiceGroup
					name="sure"
					legend="No reader has seen this page"
					hint={`All its versions go with it, and the address /${slug} is free again.`}
				>
					<Checkbox name="sure" value="yes" label="Delete it for good" />
				</ChoiceGroup>
				<Submit variant="danger">Delete page</Submit>
			</DeskForm>
		</section>
	)
}
