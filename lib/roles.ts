/** Roles of accounts, from most to fewest permissions. */
export const ROLES = ['owner', 'admin', 'editor', 'moderator', 'contributor', 'reader'] as const
export type Role = (typeof ROLES)[number]
