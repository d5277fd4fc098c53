import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { readDb, type Tx, write } from '@/db'
import { invitations, people } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import { RETENTION } from '@/lib/retention'
import { type Role, rolesUpTo, STAFF_ROLES } from '@/lib/roles'
import { audit } from './audit'
import { newToken } from './invitations'
import { mailInvitation, type SentLink, tokenLink } from './mails'
import { checkEmail, checkName } from './people'
import { authorize, type StaffViewer, type Viewer } from './permissions'
import { hashToken } from './sessions'

/** Lifetime of an invitation: covers a weekend, and limits the use of a lost link. */
export const INVITATION_DAYS = RETENTION.invitationDays
const DAY_MS = 86_400_000

export type Colleague = {
	email?: string
	name?: string
	role: Role
	/** Author without an account, to receive one and keep the bylines. */
	personId?: string
}

/** The roles that the viewer may give to a colleague. */
export const grantableRoles = ({ person }: StaffViewer): Role[] =>
	rolesUpTo(person.role).filter((role) => role !== 'reader')

/**
 * Invites a colleague by a link, which is mailed if there is an address and an SMTP server. Only its hash is stored.
 *
 * @throws Refusal `forbidden`, or `invalid` or `conflict` naming the field
 */
export async function inviteColleague(viewer: Viewer, colleague: Colleague): Promise<SentLink> {
	authorize(viewer, 'manage people')
	const { role, personId } = colleague
	checkRole(viewer, role)
	const email = colleague.email?.trim() ? checkEmail(colleague.email) : null
	const name = colleague.name?.trim() ? checkName(colleague.name) : null
	const token = newToken()
	const row = await write(async (tx) => {
		if (personId) await requireAuthor(tx, personId)
		if (email) await requireNewAddress(tx, email)
		const [added] = await tx
			.insert(invitations)
			.values({
				...{ role, email, name, personId },
				tokenHash: hashToken(token),
				createdBy: viewer.person.id,
				expiresAt: expiry(),
			})
			.returning()
		if (!added) throw new Error('The invitation was not stored.')
		await audit(tx, viewer, 'invite', personId ? `person:${personId}` : 'people', { role })
		return added
	})
	return deliver(viewer, row, token)
}

export type ListedInvitation = {
	/** The hash of the token, from which the link cannot be made. */
	id: string
	email: string | null
	name: string | null
	role: Role
	invitedBy: string | null
	expiresAt: Date
	expired: boolean
	/** Whether the viewer may send it again: not for a role above the own. */
	own: boolean
}

/** Invitations that were not accepted, newest first; expired ones until they are deleted. */
export async function listInvitations(viewer: Viewer): Promise<ListedInvitation[]> {
	authorize(viewer, 'manage people')
	const now = new Date()
	const rows = await readDb()
		.select({ invitation: invitations, inviter: people.name })
		.from(invitations)
		.leftJoin(people, eq(people.id, invitations.createdBy))
		.where(waiting())
		.orderBy(desc(invitations.createdAt))
	return rows.map(({ invitation: { tokenHash, email, name, role, expiresAt }, inviter }) => ({
		...{ id: tokenHash, email, name, role, expiresAt },
		invitedBy: inviter,
		expired: expiresAt <= now,
		own: grantableRoles(viewer).includes(role),
	}))
}

/** Replaces the link of an invitation by a new one for another seven days. @throws Refusal `forbidden`, `not-found` */
export async function renewInvitation(viewer: Viewer, id: string): Promise<SentLink> {
	authorize(viewer, 'manage people')
	const token = newToken()
	const row = await write(async (tx) => {
		const found = await findWaiting(tx, id)
		checkRole(viewer, found.role)
		const [renewed] = await tx
			.update(invitations)
			.set({ tokenHash: hashToken(token), expiresAt: expiry(), createdBy: viewer.person.id })
			.where(eq(invitations.tokenHash, id))
			.returning()
		if (!renewed) throw new Error('The invitation was not stored.')
		await audit(tx, viewer, 'invite again', subjectOf(renewed), { role: renewed.role })
		return renewed
	})
	return deliver(viewer, row, token)
}

/** Deletes an invitation, so that its link no longer opens. @throws Refusal `forbidden`, `not-found` */
export async function revokeInvitation(viewer: Viewer, id: string): Promise<void> {
	authorize(viewer, 'manage people')
	await write(async (tx) => {
		const found = await findWaiting(tx, id)
		await tx.delete(invitations).where(eq(invitations.tokenHash, id))
		await audit(tx, viewer, 'revoke invitation', subjectOf(found), { role: found.role })
	})
}

type Invitation = typeof invitations.$inferSelect

async function deliver(viewer: StaffViewer, invitation: Invitation, token: string): Promise<SentLink> {
	const { email, name, role } = invitation
	const link = tokenLink('/welcome', token)
	if (!email) return { link, mail: null }
	const inviter = viewer.person.name
	return { link, mail: await mailInvitation({ email, name }, { link, inviter, role, days: INVITATION_DAYS }) }
}

async function findWaiting(tx: Tx, id: string): Promise<Invitation> {
	await tx.lock('invitation', id)
	const [found] = await tx
		.select()
		.from(invitations)
		.where(and(eq(invitations.tokenHash, id), waiting()))
	if (!found) throw new Refusal('not-found', 'This invitation was accepted, revoked or sent again meanwhile.')
	return found
}

/** Excludes the first owner's link, which the server prints. */
const waiting = () =>
	and(isNull(invitations.acceptedAt), eq(invitations.kind, 'account'), isNotNull(invitations.createdBy))

const expiry = () => new Date(Date.now() + INVITATION_DAYS * DAY_MS)

const subjectOf = ({ personId }: Invitation): string => (personId ? `person:${personId}` : 'people')

/** @throws Refusal `invalid` for a role that is no colleague's, `forbidden` for one above the viewer's own */
function checkRole(viewer: StaffViewer, role: Role): void {
	if (!STAFF_ROLES.some((each) => each === role))
		throw new Refusal('invalid', 'Please choose a role of the newsroom.', 'role')
	if (!grantableRoles(viewer).includes(role))
		throw new Refusal(
			'forbidden',
			`Your role (${viewer.person.role}) may not give the role of ${role}.`,
			'role',
		)
}

async function requireAuthor(tx: Tx, personId: string): Promise<void> {
	await tx.lock('person', personId)
	const [author] = await tx.select().from(people).where(eq(people.id, personId))
	if (!author) throw new Refusal('not-found', 'This author is no longer there.')
	if (author.disabledAt)
		throw new Refusal('conflict', `${author.name} is disabled. Please enable this author first.`)
	if (author.email) throw new Refusal('conflict', `${author.name} has an account already.`)
}

async function requireNewAddress(tx: Tx, email: string): Promise<void> {
	const [known] = await tx.select({ name: people.name }).from(people).where(eq(people.email, email))
	if (known)
		throw new Refusal(
			'conflict',
			`This is the address of ${known.name}, who has an account. Change the role on that person’s page instead.`,
			'email',
		)
}
