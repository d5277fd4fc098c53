import { DeskForm } from '@/components/desk/form/desk-form'
import { SelectField, Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import type { Role } from '@/lib/roles'
import type { DeskPerson } from './desk-person'
import styles from './people.module.css'
import { RoleWords, roleOptions } from './role-words'

type Props = { person: DeskPerson; roles: Role[]; action: FormAction }

/** Role of an account; for an author without one a link to an invitation. */
export function RolePanel({ person, roles, action }: Props) {
	return (
		<section className={styles.section} aria-labelledby="role-heading">
			<h2 id="role-heading">Role</h2>
			{person.email ? (
				<DeskForm id="role" action={action} label="Role">
					<input type="hidden" name="person" value={person.id} />
					<SelectField
						name="role"
						label={`What ${person.name} may do`}
						hint="A new role is in force at the next click, without a new sign-in."
						value={person.role}
						options={roleOptions(roles)}
					/>
					<RoleWords roles={roles} />
					<Submit>Change role</Submit>
				</DeskForm>
			) : (
				<p className={styles.soft}>
					This author never signs in.{' '}
					<a href={`/desk/people/invitations?person=${person.id}`}>Give an account</a>: stories and address
					stay.
				</p>
			)}
		</section>
	)
}
