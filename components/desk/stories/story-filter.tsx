import formStyles from '@/components/desk/form/form.module.css'
import type { StorySection } from '@/domain/articles/stories'
import type { StoryFilter as Filter } from '@/domain/articles/story-filter'
import styles from './stories.module.css'

type Option = { slug: string; name: string }
type Props = { filter: Filter; sections: StorySection[]; authors: Option[] }

const STATES: Option[] = [
	{ slug: 'draft', name: 'Draft' },
	{ slug: 'in review', name: 'In review' },
	{ slug: 'approved', name: 'Approved' },
	{ slug: 'scheduled', name: 'Scheduled' },
	{ slug: 'live', name: 'Live' },
	{ slug: 'withdrawn', name: 'Withdrawn' },
]

const WHOSE: Option[] = [
	{ slug: 'mine', name: 'Mine' },
	{ slug: 'waiting', name: 'Waiting for me' },
]

const sectionOption = ({ slug, name, retired }: StorySection): Option => ({
	slug,
	name: retired ? `${name} (retired)` : name,
})

export function StoryFilter({ filter, sections, authors }: Props) {
	const active = Object.values(filter).some(Boolean)
	return (
		<search>
			<form method="get" action="/desk" className={styles.filter} aria-label="Find stories">
				<div className={styles.query}>
					<label htmlFor="filter-query">Words in the story</label>
					<input
						dir="auto"
						id="filter-query"
						type="search"
						name="query"
						defaultValue={filter.query}
						className={formStyles.input}
					/>
				</div>
				<Choice name="whose" label="Whose" all="Everybody’s" value={filter.whose} options={WHOSE} />
				<Choice name="state" label="State" all="Any state" value={filter.state} options={STATES} />
				<Choice
					name="section"
					label="Section"
					all="All sections"
					value={filter.section}
					options={sections.map(sectionOption)}
				/>
				<Choice name="author" label="Author" all="All authors" value={filter.author} options={authors} />
				<div className={styles.filterActions}>
					<button type="submit" className={formStyles.plain}>
						Filter
					</button>
					{active && <a href="/desk">Show all</a>}
				</div>
			</form>
		</search>
	)
}

type ChoiceProps = { name: string; label: string; all: string; value?: string; options: Option[] }

function Choice({ name, label, all, value, options }: ChoiceProps) {
	return (
		<div>
			<label htmlFor={`filter-${name}`}>{label}</label>
			<select id={`filter-${name}`} name={name} defaultValue={value ?? ''} className={formStyles.input}>
				<option value="">{all}</option>
				{options.map((option) => (
					<option key={option.slug} value={option.slug} dir="auto">
						{option.name}
					</option>
				))}
			</select>
		</div>
	)
}
