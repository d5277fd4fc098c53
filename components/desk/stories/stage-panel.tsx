import deskStyles from '@/components/desk/desk.module.css'
import { Disclosure } from '@/components/desk/form/disclosure'
import { Submit, TextArea } from '@/components/desk/form/fields'
import type { StoryState } from '@/domain/articles/publication'
import styles from './publish-panel.module.css'

/** The next step for a writer without permission to publish. */
export function WriterStep({ state }: { state: StoryState }) {
	switch (state) {
		case 'draft':
			return (
				<div className={styles.publish}>
					<Submit name="then" value="submit" variant="primary">
						Hand in for review
					</Submit>
					<p className={deskStyles.soft}>
						Saves what you wrote, and shows it to the editors as waiting for them. You can go on writing.
					</p>
				</div>
			)
		case 'in review':
			return <Recall text="An editor looks at it next. You can still change the text." />
		case 'approved':
			return (
				<Recall text="An editor has approved this text. If you change and save it, it goes back into review, so that what is published is what was approved." />
			)
		default:
			return (
				<p className={deskStyles.soft}>
					Editors publish. Readers see nothing of what you save until then; leave a note when it is ready.
				</p>
			)
	}
}

const Recall = ({ text }: { text: string }) => (
	<div className={styles.publish}>
		<p>{text}</p>
		<Submit name="then" value="recall">
			Take back to draft
		</Submit>
	</div>
)

/** The next step of an editor with a story in review. */
export const Approve = () => (
	<div className={styles.publish}>
		<Submit name="then" value="approve" variant="primary">
			Approve
		</Submit>
		<p className={deskStyles.soft}>
			Saves what you changed, and approves exactly that. Readers do not see it yet.
		</p>
	</div>
)

/** Further steps of an editor with a story before publication. */
export function EditorSteps({ state }: { state: StoryState }) {
	if (state === 'draft')
		return (
			<Disclosure summary="Hand in for review" field="submit" className={styles.fold}>
				<p className={deskStyles.soft}>Editors then see it among what waits for them.</p>
				<Submit name="then" value="submit">
					Hand in
				</Submit>
			</Disclosure>
		)
	if (state !== 'in review' && state !== 'approved') return null
	return (
		<Disclosure summary="Return to the writer" field="returnNote" className={styles.fold}>
			<TextArea
				name="returnNote"
				label="What is missing"
				hint="A note in the newsroom; readers never see it"
				rows={3}
			/>
			<Submit name="then" value="return">
				Return with this note
			</Submit>
		</Disclosure>
	)
}
