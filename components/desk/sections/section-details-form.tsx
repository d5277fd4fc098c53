import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit, TextArea, TextField } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import type { SectionDetails } from '@/domain/desk-sections'
import styles from './sections.module.css'

type Props = { section: SectionDetails; action: FormAction; notice: string | null }

export function SectionDetailsForm({ section, action, notice }: Props) {
	const { id, name, slug, description, oldSlugs } = section
	return (
		<section className={styles.add} aria-labelledby="details-heading">
			<h2 id="details-heading">Name and address</h2>
			<DeskForm id="section-details" action={action} notice={notice} label="Name and address">
				<input type="hidden" name="section" value={id} />
				<TextField name="name" label="Name" hint="As the masthead prints it" value={name} />
				<TextField
					name="slug"
					label="Address"
					hint="After /sections/; the old address goes on leading here"
					value={slug}
					spellCheck={false}
					autoCapitalize="none"
				/>
				<TextArea
					name="description"
					label="Description"
					hint="A line under the name on the section’s page, and what search engines show"
					value={description ?? ''}
					rows={2}
				/>
				<Submit variant="primary">Save section</Submit>
			</DeskForm>
			{oldSlugs.length > 0 && (
				<p className={styles.soft}>
					These addresses lead here too: {oldSlugs.map((old) => `/sections/${old}`).join(', ')}.
				</p>
			)}
		</section>
	)
}
