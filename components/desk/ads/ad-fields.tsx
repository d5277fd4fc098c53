import { Checkbox, ChoiceGroup, SelectField, TextArea, TextField } from '@/components/desk/form/fields'
import { PictureField } from '@/components/desk/photos/picture-field'
import type { PhotoView } from '@/domain/articles/views'
import styles from './ads.module.css'

export type AdValues = {
	title: string
	text: string
	url: string
	photoId: string
	slot: string
	label: string
	sectionIds: number[]
	/** Local times of `datetime-local` fields. */
	startsAt: string
	endsAt: string
	afterParagraph: string
	weight: string
}

export type AdOptions = {
	photos: PhotoView[]
	sections: { id: number; name: string }[]
	zone: string
	/** The site's label, for an advertisement without one of its own. */
	siteLabel: string
}

export const SLOT_NAMES: Record<string, string> = {
	top: 'Top of the page',
	'in article': 'Within the story',
	'end of article': 'End of the story',
	corner: 'Foot of the story’s page, with Close',
}

export const NEW_AD: AdValues = {
	title: '',
	text: '',
	url: '',
	photoId: '',
	slot: 'corner',
	label: '',
	sectionIds: [],
	startsAt: '',
	endsAt: '',
	afterParagraph: '3',
	weight: '1',
}

/** The fields of an advertisement. */
export function AdFields({ values, options }: { values: AdValues; options: AdOptions }) {
	return (
		<>
			<TextField name="title" label="Title" value={values.title} />
			<TextArea name="text" label="Text" hint="A sentence or two" rows={3} value={values.text} />
			<TextField
				name="url"
				type="url"
				label="Link"
				hint="Where it leads, beginning with https://"
				autoCapitalize="none"
				value={values.url}
			/>
			<PictureField legend="Photograph" photos={options.photos} chosen={values.photoId} />
			<Placement values={values} options={options} />
		</>
	)
}

function Placement({ values, options }: { values: AdValues; options: AdOptions }) {
	const { sections, zone, siteLabel } = options
	return (
		<>
			<SelectField
				name="slot"
				label="Place"
				hint="Several in one place take turns by the hour"
				value={values.slot}
				options={Object.entries(SLOT_NAMES).map(([value, label]) => ({ value, label }))}
			/>
			<TextField
				name="afterParagraph"
				label="Within the story, after paragraph"
				hint="Shorter stories do not carry it"
				inputMode="numeric"
				value={values.afterParagraph}
			/>
			<TextField
				name="weight"
				label="Weight"
				hint="From 1 to 10: with 3 it is shown three times as often as one with 1"
				inputMode="numeric"
				value={values.weight}
			/>
			<div className={styles.dates}>
				<TextField
					name="startsAt"
					type="datetime-local"
					label="From"
					hint={`Clocks of ${zone}; empty: at once`}
					value={values.startsAt}
				/>
				<TextField
					name="endsAt"
					type="datetime-local"
					label="Until"
					hint={`Clocks of ${zone}; empty: no end`}
					value={values.endsAt}
				/>
			</div>
			{sections.length > 0 && (
				<ChoiceGroup
					name="sectionIds"
					legend="Sections"
					hint="Without a choice it is shown in all, and on the front page"
				>
					{sections.map(({ id, name }) => (
						<Checkbox
							key={id}
							name="sectionIds"
							value={String(id)}
							label={name}
							checked={values.sectionIds.includes(id)}
						/>
					))}
				</ChoiceGroup>
			)}
			<TextField
				name="label"
				label="Label"
				hint={`Readers see it above; empty: “${siteLabel}”`}
				value={values.label}
			/>
		</>
	)
}
