/** Roles of accounts, from most to fewest permissions. */
export const ROLES = ['owner', 'admin', 'editor', 'moderator', 'contributor', 'reader'] as const
export type Role = (typeof ROLES)[number]

/** Roles with access to the desk. */
export const STAFF_ROLES = ['owner', 'admin', 'editor', 'moderator', 'contributor'] as const satisfies Role[]

/** Roles that a person with the given role may give to others and take from them: those not above it. */
export const rolesUpTo = (own: Role): Role[] => ROLES.slice(ROLES.indexOf(own))

/** Whether a role has access to the desk; null is that of readers without an account. */
export const isStaffRole = (role: Role | null): boolean => role !== null && role !== 'reader'
