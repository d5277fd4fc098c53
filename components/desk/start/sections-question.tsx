import { DeskForm } from '@/components/desk/form/desk-form'
import { Checkbox, ChoiceGroup, Submit, TextArea } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import styles from './start.module.css'

type Props = {
	/** Names of the sections that the newsroom has made. */
	own: string[]
	demo: { id: number; name: string }[]
	action: FormAction
}

const PROPOSED = ['News', 'Politics', 'Business', 'Culture', 'Sport', 'Science', 'Opinion', 'Life']

export function SectionsQuestion({ own, demo, action }: Props) {
	const names = [...own, ...demo.map(({ name }) => name)].map((name) => name.toLowerCase())
	const proposed = PROPOSED.filter((name) => !names.includes(name.toLowerCase()))
	return (
		<DeskForm id="start-sections" action={action} quiet>
			<p className={styles.soft}>
				Every published story stands in one section. They can be renamed, ordered and merged later.
			</p>
			{own.length > 0 && <p>There already: {own.join(', ')}.</p>}
			{demo.length > 0 && (
				<ChoiceGroup
					name="adopted"
					legend="Of the demo edition"
					hint="Ticked ones become yours, and stay when the demo edition is removed."
				>
					<div className={styles.choices}>
						{demo.map(({ id, name }) => (
							<Checkbox key={id} name="adopted" value={String(id)} label={name} />
						))}
					</div>
				</ChoiceGroup>
			)}
			<ChoiceGroup name="proposed" legend="Usual ones">
				<div className={styles.choices}>
					{proposed.map((name) => (
						<Checkbox
							key={name}
							name="proposed"
							value={name}
							label={name}
							// A first one, so that the question can be answered by Continue alone.
							checked={names.length === 0 && name === 'News'}
						/>
					))}
				</div>
			</ChoiceGroup>
			<TextArea name="names" label="Others" hint="One a line, in the order of the menu" rows={3} />
			<Submit variant="primary">Continue</Submit>
		</DeskForm>
	)
}
