import { SelectField, Submit } from '@/components/desk/form/fields'
import styles from './bulk.module.css'

type Option = { slug: string; name: string }
type Props = {
	/** Possible assignees; null if the viewer may not approve or assign. */
	assignees: Option[] | null
	sections: Option[]
}

/** Steps for the selected stories of the list. */
export function BulkBar({ assignees, sections }: Props) {
	return (
		<>
			{/* The Enter key in a checkbox presses the form's first button, and this one does nothing. */}
			<button type="submit" hidden />
			<details>
				<summary>With the selected stories</summary>
				<div className={styles.steps}>
					<Submit name="bulk" value="submit">
						Hand in for review
					</Submit>
					{assignees && (
						<Submit name="bulk" value="approve">
							Approve
						</Submit>
					)}
					<Submit name="bulk" value="trash" variant="danger">
						Move to the trash
					</Submit>
					<div className={styles.assign}>
						<SelectField
							name="toSection"
							label="Change section to"
							options={[
								{ value: '', label: 'Choose' },
								...sections.map(({ slug, name }) => ({ value: slug, label: name })),
							]}
						/>
						<Submit name="bulk" value="section">
							Change section
						</Submit>
					</div>
					{assignees && (
						<div className={styles.assign}>
							<SelectField
								name="assignee"
								label="Assign to"
								options={[
									{ value: '', label: 'Nobody' },
									...assignees.map(({ slug, name }) => ({ value: slug, label: name })),
								]}
							/>
							<Submit name="bulk" value="assign">
								Assign
							</Submit>
						</div>
					)}
				</div>
			</details>
		</>
	)
}
