import { FilterForm, FilterWords } from '@/components/desk/form/filter-form'
import type { PeopleGroup } from '@/domain/people-list'
import styles from './people.module.css'

const GROUPS: { group: PeopleGroup; label: string }[] = [
	{ group: 'newsroom', label: 'Newsroom' },
	{ group: 'authors', label: 'Authors without an account' },
	{ group: 'organisations', label: 'Organisations' },
	{ group: 'readers', label: 'Readers' },
	{ group: 'disabled', label: 'Disabled' },
]

export function PeopleFilter({ group, query }: { group: PeopleGroup; query: string }) {
	return (
		<>
			<nav className={styles.groups} aria-label="Groups of people">
				{GROUPS.map((each) => (
					<a
						key={each.group}
						href={`/desk/people?group=${each.group}`}
						aria-current={each.group === group ? 'page' : undefined}
					>
						{each.label}
					</a>
				))}
			</nav>
			<FilterForm
				action="/desk/people"
				label="Find people"
				button="Search"
				all={query ? `/desk/people?group=${group}` : null}
				hidden={{ group }}
			>
				<FilterWords name="query" label="Name, beat or e-mail" value={query} />
			</FilterForm>
		</>
	)
}
