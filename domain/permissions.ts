import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import { type Role, rolesUpTo, STAFF_ROLES } from '@/lib/roles'

/** The account and the reader of a request; `ANONYMOUS` has neither. */
export type Viewer = {
	person: { id: string; name: string; email: string | null; role: Role } | null
	readerId: string | null
	/** The session of the request; absent on the command line. */
	session?: ViewerSession
}

export type ViewerSession = {
	/** Hash of the token, as stored. */
	hash: string
	/** Time of the last password, passkey or code entry. */
	confirmedAt: Date | null
	/** Whether the account lacks a second factor that staff must have: the desk is closed to it. */
	lacksFactor?: boolean
}

export const ANONYMOUS: Viewer = { person: null, readerId: null }

const EDITORS: Role[] = ['owner', 'admin', 'editor']

const ALLOWED = {
	'enter the desk': STAFF_ROLES,
	'write stories': [...EDITORS, 'contributor'],
	'edit any story': EDITORS,
	'publish stories': EDITORS,
	'assign stories': EDITORS,
	'empty the trash': ['owner', 'admin'],
	'edit pages': EDITORS,
	'edit tags': EDITORS,
	'keep photographs': [...EDITORS, 'contributor'],
	'decide about votes': EDITORS,
	'moderate comments': [...EDITORS, 'moderator'],
	'answer readers': EDITORS,
	'change settings': ['owner', 'admin'],
	'place advertisements': EDITORS,
	'manage people': ['owner', 'admin'],
	'reset sign-in': ['owner'],
	'arrange the front page': EDITORS,
	'remove the demo edition': ['owner', 'admin'],
	'read the log': ['owner', 'admin'],
} satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof ALLOWED

export function can(viewer: Viewer, permission: Permission): boolean {
	const allowed: readonly Role[] = ALLOWED[permission]
	return viewer.person !== null && !viewer.session?.lacksFactor && allowed.includes(viewer.person.role)
}

/** The roles with a permission. */
export const rolesWith = (permission: Permission): Role[] => [...ALLOWED[permission]]

/** @throws Refusal `unauthenticated` or `forbidden` */
export function authorize(viewer: Viewer, permission: Permission): asserts viewer is StaffViewer {
	if (!viewer.person) throw new Refusal('unauthenticated', messages().refusals.signInFirst)
	if (viewer.session?.lacksFactor) throw new Refusal('forbidden', messages().refusals.factorFirst)
	if (!can(viewer, permission))
		throw new Refusal('forbidden', `Your role (${viewer.person.role}) may not ${permission}.`)
}

/** A viewer with an account, of any role. */
export type SignedInViewer = Viewer & { person: NonNullable<Viewer['person']> }
/** Whether the viewer may change a person with the role, which must not be above the viewer's own. */
export const mayChange = ({ person }: Viewer, role: Role): boolean =>
	person !== null && rolesUpTo(person.role).includes(role)

/** @throws Refusal `forbidden` if `mayChange` is false */
export function authorizeFor(viewer: StaffViewer, role: Role): void {
	if (!mayChange(viewer, role))
		throw new Refusal(
			'forbidden',
			`Your role (${viewer.person.role}) may not change a person with the role of ${role}.`,
		)
}

export type StaffViewer = Viewer & { person: NonNullable<Viewer['person']> }
