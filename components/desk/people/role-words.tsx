import { capitalized } from '@/lib/capitalized'
import type { Role } from '@/lib/roles'
import styles from './people.module.css'

/** Permissions of each role, in the words of the desk. */
const WORDS: Record<Role, string> = {
	owner: 'everything, and names other owners',
	admin: 'people, settings and all that editors do',
	editor: 'writes and publishes every story, and decides about comments',
	moderator: 'decides about comments',
	contributor: 'writes own stories, which an editor publishes',
	reader: 'votes and comments, without the desk',
}

export const roleName = (role: Role): string => capitalized(role)

export const roleOptions = (roles: readonly Role[]): { value: Role; label: string }[] =>
	roles.map((role) => ({ value: role, label: roleName(role) }))

/** Permissions of the roles, below the choice of one. */
export const RoleWords = ({ roles }: { roles: readonly Role[] }) => (
	<dl className={styles.roles}>
		{roles.map((role) => (
			<div key={role}>
				<dt>{roleName(role)}</dt>
				<dd>{WORDS[role]}</dd>
			</div>
		))}
	</dl>
)
