import formStyles from '@/components/desk/form/form.module.css'
import { Tabs } from '@/components/desk/tabs'
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
			<Tabs
				label="Groups of people"
				tabs={GROUPS.map((each) => ({
					href: `/desk/people?group=${each.group}`,
					name: each.label,
					isCurrent: each.group === group,
				}))}
			/>
			<search>
				<form method="get" action="/desk/people" className={styles.filter} aria-label="Find people">
					<input type="hidden" name="group" value={group} />
					<div>
						<label htmlFor="people-query">Name, beat or e-mail</label>
						<input
							dir="auto"
							id="people-query"
							type="search"
							name="query"
							defaultValue={query}
							className={formStyles.input}
						/>
					</div>
					<button type="submit" className={formStyles.plain}>
						Search
					</button>
				</form>
			</search>
		</>
	)
}
