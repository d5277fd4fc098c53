import type { Role } from '@/lib/roles'

/** What each role may do, in the words of the desk. */
const WORDS: Record<Role, string> = {
	owner: 'Owner: everything, and the other owners',
	admin: 'Admin: people, settings and all that editors do',
	editor: 'Editor: writes and publishes every story, and decides about comments',
	moderator: 'Moderator: decides about comments',
	contributor: 'Contributor: writes own stories, which an editor publishes',
	reader: 'Reader: votes and comments, without the desk',
}

export const roleOptions = (roles: readonly Role[]): { value: Role; label: string }[] =>
	roles.map((role) => ({ value: role, label: WORDS[role] }))

export const roleName = (role: Role): string => role.charAt(0).toUpperCase() + role.slice(1)
