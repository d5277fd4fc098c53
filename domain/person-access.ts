import { and, count, countDistinct, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm'
import { readDb, type Tx, write } from '@/db'
import {
	comments,
	invitations,
	people,
	previewLinks,
	revisionBylines,
	revisions,
	sessions,
} from '@/db/schema'
import { personTag } from '@/lib/invalidation'
import { Refusal } from '@/lib/refusal'
import { ROLES, type Role, rolesUpTo } from '@/lib/roles'
import { audit } from './audit'
import { authorize, authorizeFor, can, type StaffViewer, type Viewer } from './permissions'
import { requirePerson } from './profiles'

type Person = typeof people.$inferSelect

/** Changes the role of an account, with effect at its next request. @throws Refusal */
export async function changeRole(viewer: Viewer, personId: string, role: Role): Promise<void> {
	authorize(viewer, 'manage people')
	if (!ROLES.includes(role)) throw new Refusal('invalid', 'Please choose a role.', 'role')
	authorizeFor(viewer, role)
	await change(viewer, personId, async (tx, person) => {
		if (!person.email)
			throw new Refusal('invalid', `${person.name} has no account. Please send an invitation first.`, 'role')
		if (person.role === role) return
		await requireAnotherOwner(tx, person)
		await tx.update(people).set({ role }).where(eq(people.id, personId))
		await revokeInvitations(tx, personId, rolesInvitedBy(role))
		if (!can({ person: { ...person, role }, readerId: null }, 'edit any story'))
			await revokePreviewLinks(tx, personId)
		await audit(tx, viewer, 'change role', `person:${personId}`, {
			from: { role: person.role },
			to: { role },
		})
	})
}

/** Ends all sessions of a person and refuses new ones; bylines and comments stay. @throws Refusal */
export async function disablePerson(viewer: Viewer, personId: string): Promise<void> {
	authorize(viewer, 'manage people')
	await change(viewer, personId, async (tx, person) => {
		if (personId === viewer.person.id)
			throw new Refusal('invalid', 'You cannot disable yourself. Another owner or admin can.')
		if (person.disabledAt) return
		await requireAnotherOwner(tx, person)
		await tx.update(people).set({ disabledAt: new Date() }).where(eq(people.id, personId))
		await tx.delete(sessions).where(eq(sessions.userId, personId))
		await revokeInvitations(tx, personId, [])
		await revokePreviewLinks(tx, personId)
		await audit(tx, viewer, 'disable person', `person:${personId}`)
	})
}

/** Takes back `disablePerson`; the person signs in anew. @throws Refusal */
export async function enablePerson(viewer: Viewer, personId: string): Promise<void> {
	authorize(viewer, 'manage people')
	await change(viewer, personId, async (tx, person) => {
		if (!person.disabledAt) return
		await tx.update(people).set({ disabledAt: null }).where(eq(people.id, personId))
		await audit(tx, viewer, 'enable person', `person:${personId}`)
	})
}

/** Disables a person on the way to the trash, and revokes invitations of and for the person. @throws Refusal */
export async function endAccess(tx: Tx, personId: string, at: Date): Promise<void> {
	const [person] = await tx.select().from(people).where(eq(people.id, personId))
	if (!person) return
	await requireAnotherOwner(tx, person)
	if (!person.disabledAt) await tx.update(people).set({ disabledAt: at }).where(eq(people.id, personId))
	await tx.delete(sessions).where(eq(sessions.userId, personId))
	await revokeInvitations(tx, personId, [])
	await tx.delete(invitations).where(and(eq(invitations.personId, personId), isNull(invitations.acceptedAt)))
}

/** Enables a person of the trash again, unless disabled before. */
export async function returnAccess(tx: Tx, personId: string, trashedAt: Date): Promise<void> {
	await tx
		.update(people)
		.set({ disabledAt: null })
		.where(and(eq(people.id, personId), eq(people.disabledAt, trashedAt)))
}

/** Stories with a byline of the person, and comments. */
export type Trace = { stories: number; comments: number }

export async function findTrace(viewer: Viewer, personId: string): Promise<Trace> {
	authorize(viewer, 'manage people')
	const [bylined] = await readDb()
		.select({ number: countDistinct(revisions.articleId) })
		.from(revisionBylines)
		.innerJoin(revisions, eq(revisions.id, revisionBylines.revisionId))
		.where(eq(revisionBylines.personId, personId))
	const [written] = await readDb()
		.select({ number: count() })
		.from(comments)
		.where(eq(comments.personId, personId))
	return { stories: bylined?.number ?? 0, comments: written?.number ?? 0 }
}

/** Runs a change of another person's access; comments and bylines show the role, so their pages are stale. */
const change = (
	viewer: StaffViewer,
	personId: string,
	run: (tx: Tx, person: Person) => Promise<void>,
): Promise<void> =>
	write(async (tx) => {
		await tx.lock('person', personId)
		await run(tx, await requirePerson(tx, viewer, personId))
		tx.changed(personTag(personId), 'staff')
	})

/** @throws Refusal `conflict` for the last owner with a usable account, since only owners can name owners */
export async function requireAnotherOwner(tx: Tx, { id, role, name, disabledAt }: Person): Promise<void> {
	if (role !== 'owner' || disabledAt) return
	await tx.lock('owners', '')
	const [other] = await tx
		.select({ id: people.id })
		.from(people)
		.where(
			and(eq(people.role, 'owner'), isNotNull(people.email), isNull(people.disabledAt), ne(people.id, id)),
		)
		.limit(1)
	if (!other)
		throw new Refusal(
			'conflict',
			`${name} is the only owner. Please make another person an owner first.`,
			'role',
		)
}

const rolesInvitedBy = (role: Role): Role[] => (role === 'owner' || role === 'admin' ? rolesUpTo(role) : [])

/** Revokes a person's open invitations for roles that the person may no longer give. */
async function revokeInvitations(tx: Tx, personId: string, allowed: Role[]): Promise<void> {
	const revoked = ROLES.filter((role) => !allowed.includes(role))
	await tx
		.delete(invitations)
		.where(
			and(
				eq(invitations.createdBy, personId),
				isNull(invitations.acceptedAt),
				inArray(invitations.role, revoked),
			),
		)
}

/** Revokes the open preview links that a person has made, since the person may no longer read all drafts. */
const revokePreviewLinks = async (tx: Tx, personId: string): Promise<void> =>
	void (await tx
		.update(previewLinks)
		.set({ revokedAt: new Date() })
		.where(and(eq(previewLinks.createdBy, personId), isNull(previewLinks.revokedAt))))
