import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit, TextField } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import styles from './sections.module.css'

type Props = { action: FormAction; notice: string | null }

export function SectionForm({ action, notice }: Props) {
	return (
		<section className={styles.add} aria-labelledby="section-heading">
			<h2 id="section-heading">Make a section</h2>
			<DeskForm id="section" action={action} notice={notice} label="Make a section" clears>
				<TextField name="name" label="Name" hint="As the masthead prints it, such as News" />
				<TextField
					name="slug"
					label="Address"
					hint="After /sections/; made from the name if you leave it empty"
					spellCheck={false}
					autoCapitalize="none"
				/>
				<Submit variant="primary">Make section</Submit>
			</DeskForm>
		</section>
	)
}
