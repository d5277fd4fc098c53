import deskStyles from '@/components/desk/desk.module.css'
import { deskTime, type Locale } from '@/components/desk/desk-time'
import { DeskForm } from '@/components/desk/form/desk-form'
import { Disclosure } from '@/components/desk/form/disclosure'
import { Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import type { CorrectionView } from '@/domain/corrections'
import { CORRECTION_WORDS } from '@/lib/corrections'
import { CORRECTION_FIELDS, CorrectionFields } from './correction-fields'
import styles from './correction-form.module.css'

type Props = {
	action: FormAction
	storyId: number
	corrections: CorrectionView[]
	locale: Locale
	mayAdd: boolean
}

/** Corrections of a story that readers have seen, and the form that adds one. */
export function CorrectionForm({ action, storyId, corrections, locale, mayAdd }: Props) {
	return (
		<section className={styles.corrections} aria-labelledby="corrections-title">
			<h2 id="corrections-title" tabIndex={-1}>
				Corrections
			</h2>
			{corrections.length > 0 && (
				<ul>
					{corrections.map(({ id, kind, at, text }) => (
						<li key={id}>
							<strong>{CORRECTION_WORDS[kind]}</strong>, {deskTime(at, locale)}: <bdi>{text}</bdi>
						</li>
					))}
				</ul>
			)}
			{corrections.length === 0 && (
				<p className={deskStyles.soft}>Readers have been told of no correction.</p>
			)}
			{mayAdd && (
				<DeskForm id="correction" action={action} label="Add a correction" clears>
					<input type="hidden" name="story" value={storyId} />
					<Disclosure summary="Add a correction" field={CORRECTION_FIELDS} className={styles.fields}>
						<CorrectionFields />
						<p className={deskStyles.soft}>
							Readers see it at once, with the story and on the page of corrections. The text of the story
							stays as it is: to change that too, publish an update with the note.
						</p>
						<Submit>Add permanently</Submit>
					</Disclosure>
				</DeskForm>
			)}
		</section>
	)
}
