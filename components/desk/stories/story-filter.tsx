import { FilterChoice, FilterForm, FilterWords } from '@/components/desk/form/filter-form'
import type { StorySection } from '@/domain/articles/stories'
import type { StoryFilter as Filter } from '@/domain/articles/story-filter'

type Option = { slug: string; name: string }
type Props = { filter: Filter; sections: StorySection[]; authors: Option[] }

const STATES = ['Draft', 'In review', 'Approved', 'Scheduled', 'Live', 'Withdrawn'].map((label) => ({
	value: label.toLowerCase(),
	label,
}))

const WHOSE = [
	{ value: 'mine', label: 'Mine' },
	{ value: 'waiting', label: 'Waiting for me' },
]

const sectionOption = ({ slug, name, retired }: StorySection) => ({
	value: slug,
	label: retired ? `${name} (retired)` : name,
})

export function StoryFilter({ filter, sections, authors }: Props) {
	const { query, whose, state, section, author } = filter
	const all = Object.values(filter).some(Boolean) ? '/desk' : null
	return (
		<FilterForm action="/desk" label="Find stories" button="Filter" all={all}>
			<FilterWords name="query" label="Words in the story" value={query} />
			<FilterChoice name="whose" label="Whose" all="Everybody’s" value={whose} options={WHOSE} />
			<FilterChoice name="state" label="State" all="Any state" value={state} options={STATES} />
			<FilterChoice
				name="section"
				label="Section"
				all="All sections"
				value={section}
				options={sections.map(sectionOption)}
			/>
			<FilterChoice
				name="author"
				label="Author"
				all="All authors"
				value={author}
				options={authors.map(({ slug, name }) => ({ value: slug, label: name }))}
			/>
		</FilterForm>
	)
}
