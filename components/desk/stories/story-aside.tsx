'use client'

import { Checkbox, ChoiceGroup, SelectField, TextArea, TextField } from '@/components/desk/form/fields'
import type { PhotoView } from '@/domain/articles/views'
import { firstOf } from '@/lib/form-values'
import { HeroField } from './hero-field'
import styles from './story-form.module.css'
import type { InitialStory } from './story-initial'

type Option = { slug: string; name: string }
export type Choices = { sections: Option[]; authors: Option[]; mayMakeSections: boolean }

type Props = { start: InitialStory; choices: Choices; photos: PhotoView[] }

/** Fields of a story besides its text. */
export function StoryAside({ start, choices, photos }: Props) {
	const { sections, authors, mayMakeSections } = choices
	const given = (name: string) => firstOf(start.values, name)
	return (
		<div className={styles.aside}>
			<SelectField
				name="section"
				label="Section"
				hint={sections.length === 0 && <NoSection mayMake={mayMakeSections} />}
				value={given('section')}
				options={[
					{ value: '', label: 'No section yet' },
					...sections.map(({ slug, name }) => ({ value: slug, label: name })),
				]}
			/>
			<Bylines chosen={start.values.bylines ?? []} authors={authors} />
			<HeroField photos={photos} chosen={given('heroPhotoId')} caption={given('heroCaption')} />
			<TextField name="tags" label="Tags" hint="Separated by commas" value={given('tags')} />
			<TextArea
				name="sources"
				label="Sources"
				hint="One a line, a link after a bar, as in: Harbour office | https://…"
				value={given('sources')}
				rows={3}
			/>
			{start.id && (
				<TextField
					name="slug"
					label="Address"
					hint={start.slugLocked ?? 'After /news/; the old address goes on leading here'}
					value={given('slug')}
					readOnly={start.slugLocked !== undefined}
					spellCheck={false}
					autoCapitalize="none"
				/>
			)}
			<TextField
				name="note"
				label="Note on this version"
				hint="For colleagues, in the history; not for readers"
				value={given('note')}
			/>
		</div>
	)
}

/** Opens another tab, as the text in this one may be unsaved. */
function NoSection({ mayMake }: { mayMake: boolean }) {
	if (!mayMake)
		return <>There is no section yet. An owner or administrator makes one under “Sections” at the desk.</>
	return (
		<>
			There is no section yet.{' '}
			<a href="/desk/sections" target="_blank" rel="noopener">
				Make one in a new tab
			</a>
			, then save this story: it is offered here.
		</>
	)
}

/** Chosen authors first, in byline order: checkboxes are submitted in document order. */
function Bylines({ chosen, authors }: { chosen: string[]; authors: Option[] }) {
	const place = ({ slug }: Option) => (chosen.includes(slug) ? chosen.indexOf(slug) : chosen.length)
	return (
		<ChoiceGroup name="bylines" legend="Authors">
			<div className={styles.bylines}>
				{[...authors]
					.sort((a, b) => place(a) - place(b))
					.map(({ slug, name }) => (
						<Checkbox key={slug} name="bylines" value={slug} label={name} checked={chosen.includes(slug)} />
					))}
			</div>
		</ChoiceGroup>
	)
}
