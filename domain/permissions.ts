import { Refusal } from '@/lib/refusal'
import type { Role } from '@/lib/roles'

/** The account and the reader of a request; `ANONYMOUS` has neither. */
export type Viewer = {
	person: { id: string; name: string; email: string | null; role: Role } | null
	readerId: string | null
}

export const ANONYMOUS: Viewer = { person: null, readerId: null }

const STAFF: Role[] = ['owner', 'admin', 'editor', 'moderator', 'contributor']
const EDITORS: Role[] = ['owner', 'admin', 'editor']

const ALLOWED = {
	'enter the desk': STAFF,
	'write stories': [...EDITORS, 'contributor'],
	'edit any story': EDITORS,
	'publish stories': EDITORS,
	'assign stories': EDITORS,
	'keep photographs': [...EDITORS, 'contributor'],
	'moderate comments': [...EDITORS, 'moderator'],
	'change settings': ['owner', 'admin'],
	'place advertisements': EDITORS,
} satisfies Record<string, Role[]>

export type Permission = keyof typeof ALLOWED

export function can(viewer: Viewer, permission: Permission): boolean {
	const allowed: readonly Role[] = ALLOWED[permission]
	return viewer.person !== null && allowed.includes(viewer.person.role)
}

/** @throws Refusal `unauthenticated` or `forbidden` */
export function authorize(viewer: Viewer, permission: Permission): asserts viewer is StaffViewer {
	if (!viewer.person) throw new Refusal('unauthenticated', 'Please sign in first.')
	if (!can(viewer, permission))
		throw new Refusal('forbidden', `Your role (${viewer.person.role}) may not ${permission}.`)
}

export type StaffViewer = Viewer & { person: NonNullable<Viewer['person']> }
