import { DeskForm } from '@/components/desk/form/desk-form'
import { Disclosure } from '@/components/desk/form/disclosure'
import { Submit, TextArea } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import styles from './work-panel.module.css'

type Props = { storyId: number; chosen: { slug: string; headline: string }[]; action: FormAction }

/** The stories that stand below a story. */
export function RelatedForm({ storyId, chosen, action }: Props) {
	return (
		<DeskForm id="related" action={action} label="Related stories" className={styles.form}>
			<input type="hidden" name="story" value={storyId} />
			<Disclosure
				summary={chosen.length > 0 ? 'Related stories: chosen' : 'Related stories: similar ones'}
				field="related"
				className={styles.fold}
			>
				{chosen.length > 0 && (
					<ul>
						{chosen.map(({ slug, headline }) => (
							<li key={slug}>
								<bdi>{headline}</bdi>
							</li>
						))}
					</ul>
				)}
				<TextArea
					name="related"
					label="Addresses of up to three stories"
					hint="One a line; without one, similar stories are found at each publication"
					rows={3}
					dir="ltr"
					value={chosen.map(({ slug }) => `/news/${slug}`).join('\n')}
				/>
				<Submit>Save related stories</Submit>
			</Disclosure>
		</DeskForm>
	)
}
