import { DeskForm } from '@/components/desk/form/desk-form'
import { Checkbox, ChoiceGroup, Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import type { SectionDetails } from '@/domain/desk-sections'
import styles from './sections.module.css'

type Props = { section: SectionDetails; mergeable: boolean; retire: FormAction; remove: FormAction }

/** Ways to end a section: retire it, merge it into another, delete it. */
export function SectionEnding({ section, mergeable, retire, remove }: Props) {
	const { id, retired, stories } = section
	return (
		<div className={styles.ending}>
			<section className={styles.add} aria-labelledby="retire-heading">
				<h2 id="retire-heading">{retired ? 'Bring back' : 'Retire'}</h2>
				<p className={styles.soft}>
					{retired
						? 'This section is retired. Brought back, it stands last in the menu and can be chosen for stories again.'
						: 'It leaves the menu, the front page and the choice in the story form. Its page and its stories stay where they are.'}
				</p>
				<DeskForm id="section-retire" action={retire} quiet>
					<input type="hidden" name="section" value={id} />
					<input type="hidden" name="retired" value={retired ? 'no' : 'yes'} />
					<Submit>{retired ? 'Bring back' : 'Retire section'}</Submit>
				</DeskForm>
			</section>
			{mergeable && (
				<section className={styles.add} aria-labelledby="merge-heading">
					<h2 id="merge-heading">Merge</h2>
					<p className={styles.soft}>
						{stories === 1 ? 'Its story moves' : `Its ${stories} stories move`} into another section, and its
						address leads there.
					</p>
					<p>
						<a href={`/desk/sections/${id}/merge`}>Merge into another section</a>
					</p>
				</section>
			)}
			<section className={styles.add} aria-labelledby="delete-heading">
				<h2 id="delete-heading">Delete</h2>
				{section.deletable ? (
					<DeleteForm section={section} remove={remove} />
				) : (
					<p className={styles.soft}>
						Stories or their history name this section, so it cannot be deleted. Merge or retire it instead.
					</p>
				)}
			</section>
		</div>
	)
}

function DeleteForm({ section: { id, slug }, remove }: { section: SectionDetails; remove: FormAction }) {
	return (
		<DeskForm id="section-delete" action={remove} quiet>
			<input type="hidden" name="section" value={id} />
			<ChoiceGroup
				name="sure"
				legend="Nothing depends on this section"
				hint={`/sections/${slug} will answer “not found”.`}
			>
				<Checkbox name="sure" value="yes" label="Delete it for good" />
			</ChoiceGroup>
			<Submit variant="danger">Delete section</Submit>
		</DeskForm>
	)
}
