import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import styles from './front-page.module.css'

type Saved = { id: number; words: string }
type Props = {
	base: number
	current: string | null
	former: string | null
	scheduled: Saved[]
	undo: FormAction
	remove: FormAction
}

/** The arrangement in force, with undo, and the scheduled ones. */
export function SavedArrangements({ base, current, former, scheduled, undo, remove }: Props) {
	return (
		<section className={styles.saved} aria-label="Saved front pages">
			<p>
				{current ?? 'No front page has been arranged: all places are filled by date.'}{' '}
				<a href="/">See what readers see</a>
			</p>
			{current && (
				<DeskForm id="front-page-undo" action={undo} quiet className={styles.inline}>
					<input type="hidden" name="base" value={base} />
					<Submit>Undo</Submit>
					<span className={styles.soft}>{former ?? 'Back to all places filled by date'}</span>
				</DeskForm>
			)}
			{scheduled.length > 0 && (
				<>
					<h2>Scheduled changes</h2>
					<ul className={styles.scheduled}>
						{scheduled.map(({ id, words }) => (
							<li key={id}>
								<span>{words}</span>
								<a href={`/preview/front-page?id=${id}`} aria-label={`Preview: ${words}`}>
									Preview
								</a>
								<DeskForm id={`front-page-scheduled-${id}`} action={remove} quiet className={styles.inline}>
									<input type="hidden" name="arrangement" value={id} />
									<Submit label={`Remove: ${words}`}>Remove</Submit>
								</DeskForm>
							</li>
						))}
					</ul>
				</>
			)}
		</section>
	)
}
