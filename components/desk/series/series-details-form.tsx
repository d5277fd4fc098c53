import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit, TextArea, TextField } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import styles from '@/components/desk/sections/sections.module.css'
import type { DeskSeries } from '@/domain/series/change-series'
import own from './series.module.css'

type Props = { series: DeskSeries; action: FormAction; notice: string | null }

/** Name and description of a series, and its parts. */
export function SeriesDetailsForm({ series, action, notice }: Props) {
	const { id, slug, name, description, parts } = series
	return (
		<div className={styles.targets}>
			<p>
				Readers find it at <a href={`/series/${slug}`}>/series/{slug}</a>, once one of its parts is on the
				site. The address stays when the name changes.
			</p>
			<DeskForm id="series-details" action={action} notice={notice} label="Series">
				<input type="hidden" name="series" value={id} />
				<TextField name="name" label="Name" value={name} />
				<TextArea
					name="description"
					label="Description"
					hint="A sentence or two below the name"
					rows={3}
					value={description}
				/>
				<Submit variant="primary">Save series</Submit>
			</DeskForm>
			<ol className={own.parts}>
				{parts.map(({ articleId, part, headline }) => (
					<li key={articleId} value={part}>
						<a href={`/desk/stories/${articleId}`} dir="auto">
							{headline}
						</a>
					</li>
				))}
			</ol>
			<p>
				{parts.length > 0
					? 'A part is moved, or taken out, in the form of its story.'
					: 'It has no parts now, and readers do not see it. A story joins it by its name.'}{' '}
				A series without parts is kept for its description; saved without one, it is gone.
			</p>
		</div>
	)
}
