import formStyles from '@/components/desk/form/form.module.css'
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
