import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit, TextField } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import styles from '@/components/desk/sections/sections.module.css'
import type { TagDetails } from '@/domain/tags'

type Props = { tag: TagDetails; action: FormAction; notice: string | null }

/** The name of a tag, its addresses and its stories. */
export function TagForm({ tag, action, notice }: Props) {
	const { id, slug, name, live, stories, oldSlugs } = tag
	return (
		<div className={styles.targets}>
			<p>
				{live > 0 ? (
					<>
						Readers find its stories at <a href={`/tags/${slug}`}>/tags/{slug}</a>.
					</>
				) : (
					'It has no page, because no live story carries it.'
				)}{' '}
				{stories === 1 ? 'It is in one story' : `It is in ${stories} stories`}, with all their versions.
				{oldSlugs.length > 0 &&
					` These addresses lead there: ${oldSlugs.map((old) => `/tags/${old}`).join(', ')}.`}
			</p>
			<DeskForm id="tag" action={action} notice={notice} label="Rename">
				<input type="hidden" name="tag" value={id} />
				<TextField
					name="name"
					label="Name"
					hint="The old name, written in a story, will mean this tag"
					value={name}
				/>
				<Submit variant="primary">Rename tag</Submit>
			</DeskForm>
		</div>
	)
}
