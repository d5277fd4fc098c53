/** What a person may be in the newsroom, from most to least trusted. */
export const ROLES = ['owner', 'admin', 'editor', 'moderator', 'contributor', 'reader'] as const
export type Role = (typeof ROLES)[number]
