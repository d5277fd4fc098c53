import { ROLES, type Role, STAFF_ROLES } from '@/lib/roles'

/** Who sends the requests of the matrix: no session, a session of a disabled editor, and one of each role. */
export const ASKERS = ['anonymous', 'disabled', ...ROLES] as const
export type Asker = (typeof ASKERS)[number]

export const EDITORS: Role[] = ['editor', 'admin', 'owner']
export const ADMINS: Role[] = ['admin', 'owner']
export const WRITERS: Role[] = ['contributor', ...EDITORS]
export const MODERATORS: Role[] = ['moderator', ...EDITORS]

/** The roles that are offered each form; a form for each advertisement counts as one. */
export const FORMS: Record<string, Role[]> = {
	access: ADMINS,
	ad: EDITORS,
	'ad-': EDITORS,
	author: ADMINS,
	'ad-change-': EDITORS,
	comments: MODERATORS,
	'demo-removal': ADMINS,
	correction: EDITORS,
	delete: ADMINS,
	'discard-autosave': WRITERS,
	'footer-settings': ADMINS,
	'front-page': EDITORS,
	'front-page-undo': EDITORS,
	invitations: ADMINS,
	invite: ADMINS,
	manage: WRITERS,
	move: EDITORS,
	note: WRITERS,
	notes: WRITERS,
	plan: EDITORS,
	responses: EDITORS,
	merge: WRITERS,
	name: WRITERS,
	photo: WRITERS,
	'preview-link': WRITERS,
	profile: [...STAFF_ROLES],
	reset: ADMINS,
	role: ADMINS,
	restore: WRITERS,
	logo: ADMINS,
	look: ADMINS,
	'menu-footer': ADMINS,
	'menu-masthead': ADMINS,
	organisation: ADMINS,
	page: EDITORS,
	'page-delete': EDITORS,
	'page-restore-': EDITORS,
	'page-start': EDITORS,
	'page-starter': EDITORS,
	'response-settings': ADMINS,
	section: ADMINS,
	'section-delete': ADMINS,
	'section-details': ADMINS,
	'section-merge': ADMINS,
	'section-retire': ADMINS,
	sections: ADMINS,
	settings: ADMINS,
	'start-demo': ADMINS,
	'start-dismiss': ADMINS,
	'start-language': ADMINS,
	'start-name': ADMINS,
	'start-sections': ADMINS,
	'sign-in-rule': ADMINS,
	stories: WRITERS,
	story: WRITERS,
	'story-settings': ADMINS,
	trash: WRITERS,
	'undo-trash': WRITERS,
}
