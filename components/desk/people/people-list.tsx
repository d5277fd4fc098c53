import type { ListedPerson, PeopleGroup } from '@/domain/people-list'
import styles from './people.module.css'
import { roleName } from './role-words'

export function PeopleList({ people, group }: { people: ListedPerson[]; group: PeopleGroup }) {
	return (
		<ul className={styles.people}>
			{people.map((person) => (
				<li key={person.id}>
					<a href={`/desk/people/${person.id}`} dir="auto">
						{person.name}
					</a>
					<span dir="auto" className={styles.soft}>
						{person.beat}
					</span>
					<span className={styles.soft}>{person.email}</span>
					<span>{wordsOf(person, group)}</span>
				</li>
			))}
		</ul>
	)
}

function wordsOf({ email, role }: ListedPerson, group: PeopleGroup): string {
	if (email) return group === 'readers' ? '' : roleName(role)
	return group === 'disabled' ? 'Author' : ''
}
