import { FilterForm, FilterWords } from '@/components/desk/form/filter-form'
import { Tabs } from '@/components/desk/tabs'
import type { PeopleGroup } from '@/domain/people-list'

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
			<Tabs
				label="Groups of people"
				tabs={GROUPS.map((each) => ({
					href: `/desk/people?group=${each.group}`,
					name: each.label,
					isCurrent: each.group === group,
				}))}
			/>
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
