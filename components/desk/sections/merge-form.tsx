import { DeskForm } from '@/components/desk/form/desk-form'
import { Checkbox, ChoiceGroup, Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import type { DeskSection, SectionDetails } from '@/domain/desk-sections'
import styles from './sections.module.css'

type Props = { section: SectionDetails; into: DeskSection; action: FormAction }

export function MergeForm({ section, into, action }: Props) {
	const { id, name, slug, stories } = section
	return (
		<div className={styles.merge}>
			<ul>
				<li>
					{stories === 1 ? '1 story moves' : `${stories} stories move`} from <bdi>{name}</bdi> to{' '}
					<bdi>{into.name}</bdi>. {stories === 1 ? 'Its own address stays.' : 'Their own addresses stay.'}
				</li>
				<li>
					/sections/{slug} and all its earlier addresses lead to /sections/{into.slug}.
				</li>
				<li>
					<bdi>{name}</bdi> is gone from the menu and the desk. This cannot be undone: afterwards no one can
					tell which stories came from which section.
				</li>
			</ul>
			<DeskForm id="section-merge" action={action} quiet>
				<input type="hidden" name="section" value={id} />
				<input type="hidden" name="into" value={into.id} />
				<ChoiceGroup name="sure" legend="Are you sure?">
					<Checkbox name="sure" value="yes" label="Merge them for good" />
				</ChoiceGroup>
				<Submit variant="danger">{`Merge into ${into.name}`}</Submit>
			</DeskForm>
		</div>
	)
}
