import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import { RemovePanel } from '@/components/desk/trash/remove-panel'
import type { SectionDetails } from '@/domain/desk-sections'
import type { Use } from '@/domain/trash/story-uses'
import styles from './sections.module.css'

type Props = {
	section: SectionDetails
	mergeable: boolean
	/** What depends on the section, for which it cannot be removed. */
	uses: Use[]
	retire: FormAction
	remove: FormAction
}

/** Ways to end a section: retire it, merge it into another, move it to the trash. */
export function SectionEnding({ section, mergeable, uses, retire, remove }: Props) {
	const { id, slug, retired, stories } = section
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
			<RemovePanel
				kind="section"
				id={id}
				uses={uses}
				effect={`Stories cannot be put in it any more, and /sections/${slug} will answer “not found”.`}
				action={remove}
			/>
		</div>
	)
}
