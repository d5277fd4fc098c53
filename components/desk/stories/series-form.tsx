import { Fragment } from 'react'
import deskStyles from '@/components/desk/desk.module.css'
import { DeskForm } from '@/components/desk/form/desk-form'
import { Disclosure } from '@/components/desk/form/disclosure'
import { Submit, TextField } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import styles from './work-panel.module.css'

type Props = {
	storyId: number
	/** The present place; null without one. */
	place: { seriesId: number; name: string; part: number } | null
	/** Names of the series there are. */
	names: string[]
	/** Series without parts, kept for their descriptions. */
	empty: { id: number; name: string }[]
	action: FormAction
}

/** The series of a story, and its part. */
export function SeriesForm({ storyId, place, names, empty, action }: Props) {
	return (
		<DeskForm id="series" action={action} label="Series" className={styles.form}>
			<input type="hidden" name="story" value={storyId} />
			<Disclosure
				summary={place ? `Part ${place.part} of “${place.name}”` : 'In no series'}
				field={['series', 'part']}
				className={styles.fold}
			>
				<TextField
					name="series"
					label="Series"
					hint="A new name makes a series; without a name the story is in none"
					value={place?.name ?? ''}
					list="series-names"
					autoComplete="off"
				/>
				<datalist id="series-names">
					{names.map((name) => (
						<option key={name} value={name} />
					))}
				</datalist>
				<TextField
					name="part"
					label="Part"
					hint="Empty: after the last one"
					inputMode="numeric"
					value={place ? String(place.part) : ''}
				/>
				<Submit>Save series</Submit>
				{empty.length > 0 && (
					<p className={deskStyles.soft}>
						Without parts, to be described or deleted:{' '}
						{empty.map(({ id, name }, index) => (
							<Fragment key={id}>
								{index > 0 && ', '}
								<a href={`/desk/series/${id}`} dir="auto">
									{name}
								</a>
							</Fragment>
						))}
					</p>
				)}
			</Disclosure>
			{place && (
				<p className={deskStyles.soft}>
					<a href={`/desk/series/${place.seriesId}`}>Name, description and parts of the series</a>
				</p>
			)}
		</DeskForm>
	)
}
